using System.Collections.Immutable;
using PerfHunt.Processes;

namespace PerfHunt.Workloads;

/// <summary>One run of one workload: how it ended, what it printed, what it used.</summary>
/// <param name="Workload">Name of the workload.</param>
/// <param name="ExitCode">The exit code; 128 + signal number when a signal ended it.</param>
/// <param name="TimedOut">True when the time limit ended it.</param>
/// <param name="OutputHash">Hash of the canonical output (<see cref="OutputCanonicalizer"/>).</param>
/// <param name="Use">Resources used by the whole process tree.</param>
/// <param name="OutputFolder">Where <c>stdout</c> and <c>stderr</c> lie until the next run on the same side.</param>
public sealed record WorkloadRun(string Workload, int ExitCode, bool TimedOut, string OutputHash, ResourceUse Use, string OutputFolder)
{
    /// <summary>The signal that ended it, or null.</summary>
    public int? Signal { get; init; }

    /// <summary>True when it was ended because it wrote more than 1 GiB.</summary>
    public bool OutputTooLarge { get; init; }

    /// <summary>Processes that it left behind and that were ended.</summary>
    public int LeftoverProcesses { get; init; }

    /// <summary>Instructions counted, above 0; null where they were not.</summary>
    public double? Count { get; init; }

    /// <summary>The paths that are replaced in its output.</summary>
    public ImmutableArray<PathPlaceholder> Placeholders { get; init; } = [];

    /// <summary>True when it came to its own end, with whatever exit code.</summary>
    public bool Completed => Failure is null;

    /// <summary>Why it did not come to its own end, as half a sentence, or null when it did.</summary>
    public string? Failure =>
        TimedOut ? "it ran into its time limit"
        : OutputTooLarge ? "it wrote more than 1 GiB"
        : Signal is { } signal ? FormattableString.Invariant($"it was ended by signal {signal}")
        : null;

    /// <summary>True when both completed with the same exit code and the same canonical output.</summary>
    public bool BehavesAs(WorkloadRun other) => Completed && Behaviour.Of(this).IsShownBy(other);
}
