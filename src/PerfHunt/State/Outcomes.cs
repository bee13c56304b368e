namespace PerfHunt.State;

/// <summary>The codes of outcomes that stand in the state file and the result. Refusals of a patch have further codes of their own.</summary>
public static class Outcomes
{
    /// <summary>Committed: the suite got faster.</summary>
    public const string Fixed = "fixed";

    /// <summary>Committed without effect on the time, because the code is cleaner for it and the configuration allows it.</summary>
    public const string Marginal = "marginal";

    /// <summary>Faster too, but another candidate of the same round is faster still.</summary>
    public const string Outdone = "outdone";

    /// <summary>The same change as an earlier candidate of the same round; not measured twice.</summary>
    public const string Repeated = "repeated";

    /// <summary>Nothing was committed, and nothing is left to do.</summary>
    public const string Reverted = "reverted";

    /// <summary>Nothing was committed, and the ticket stays open for a person.</summary>
    public const string Deferred = "deferred";

    /// <summary>The suite, or one workload by much, got slower.</summary>
    public const string Slower = "slower";

    /// <summary>A relevant change was excluded.</summary>
    public const string NoGain = "no-gain";

    /// <summary>Neither shown nor excluded within the rounds allowed.</summary>
    public const string Inconclusive = "inconclusive";

    /// <summary>The program is the same, byte for byte.</summary>
    public const string NoEffect = "no-effect";

    /// <summary>The gate failed with the change.</summary>
    public const string GateFailed = "gate-failed";

    /// <summary>The change does not build.</summary>
    public const string BuildFailed = "build-failed";

    /// <summary>A workload's exit code or output is not the baseline's.</summary>
    public const string BehaviourChanged = "behaviour-changed";

    /// <summary>A workload became faster by so much that a person has to look first.</summary>
    public const string SetAside = "set-aside";

    /// <summary>The gain shows on the known workloads only, not on those with unseen seeds.</summary>
    public const string KnownInputs = "known-inputs";

    /// <summary>More files than a patch may touch.</summary>
    public const string TooWide = "too-wide";

    /// <summary>The time limit ended the attempt.</summary>
    public const string TimeLimit = "time-limit";

    /// <summary>The investigator had nothing (more) to propose.</summary>
    public const string NoIdea = "no-idea";

    /// <summary>A prepared change does not fit the tree.</summary>
    public const string DoesNotApply = "does-not-apply";

    /// <summary>The investigator itself failed.</summary>
    public const string InvestigatorError = "investigator-error";

    /// <summary>Attempts whose change is committed.</summary>
    public static IReadOnlySet<string> AreCommitted { get; } = new HashSet<string>(StringComparer.Ordinal) { Fixed, Marginal };

    /// <summary>Attempts that leave something to do for a person.</summary>
    public static IReadOnlySet<string> LeaveSomethingOpen { get; } =
        new HashSet<string>(StringComparer.Ordinal) { TooWide, TimeLimit, Inconclusive, SetAside, DoesNotApply };
}
