using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;
using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>How one revision was judged by another.</summary>
/// <param name="Repository">The repository.</param>
/// <param name="Base">What was compared with.</param>
/// <param name="With">What was judged.</param>
/// <param name="Outcome">The code of the outcome (<see cref="Outcomes"/>).</param>
/// <param name="Reason">One sentence without a full stop.</param>
/// <param name="Change">The figures; null where nothing was measured or behaviour differs.</param>
public sealed record ComparisonReport(
    string Repository, ComparedRevision Base, ComparedRevision With, string Outcome, string Reason, MeasuredChange? Change)
{
    /// <summary>Version of the JSON's form; raised when a field changes its meaning or goes away.</summary>
    public const int SchemaVersion = 1;

    /// <summary>
    /// The judgement in one word: <c>improved</c>, <c>regressed</c>, <c>equivalent</c>, <c>inconclusive</c>, <c>behaviour-changed</c>, or
    /// <c>set-aside</c> for a gain that a person has to look at.
    /// </summary>
    public string Verdict => Outcome switch
    {
        Outcomes.Fixed => "improved",
        Outcomes.Slower => "regressed",
        Outcomes.NoGain or Outcomes.NoEffect => "equivalent",
        Outcomes.KnownInputs => Outcomes.SetAside,
        _ => Outcome,
    };

    /// <summary>What the process tells its caller.</summary>
    public ExitCode ExitCode => Verdict switch
    {
        "improved" or "equivalent" => ExitCode.Finished,
        "regressed" => ExitCode.Regressed,
        Outcomes.BehaviourChanged => ExitCode.BehaviourChanged,
        _ => ExitCode.Undecided,
    };

    /// <summary>For a terminal, some lines.</summary>
    public string Plain()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Name(With)} against {Name(Base)}: {Verdict}\n");
        foreach (var line in Lines())
        {
            text.Append("  ").Append(UntrustedText.Line(line)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>As Markdown, for CI.</summary>
    public string Markdown() =>
        $"# PerfHunt: {Verdict}\n\n{SummaryText.EscapeText(Name(With))} against {SummaryText.EscapeText(Name(Base))}\n\n{string.Concat(Lines().Select(line => $"- {SummaryText.EscapeText(line)}\n"))}";

    /// <summary>Machine-readable.</summary>
    public JObject ToJson() => new()
    {
        ["schema_version"] = SchemaVersion,
        ["kind"] = "compare",
        ["repository"] = Repository,
        ["base"] = new JObject { ["revision"] = Base.Name, ["commit"] = Base.Commit },
        ["with"] = new JObject { ["revision"] = With.Name, ["commit"] = With.Commit },
        ["verdict"] = Verdict,
        ["outcome"] = Outcome,
        ["reason"] = Reason,
        ["exit_code"] = (int)ExitCode,
        ["change"] = ChangeDocument.Of(Change),
    };

    private IEnumerable<string> Lines()
    {
        yield return $"{Reason}.";
        if (Change is null)
        {
            yield break;
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{Change.Metric}, {Change.Mode}, {Change.Rounds} {(Change.Rounds == 1 ? "round" : "rounds")}; the smallest change that would have been seen: {Change.SmallestDetectablePct:0.0#} %.");
        yield return $"By workload: {string.Join(", ", Change.ByWorkload.Select(pair => $"{pair.Key} {Figures.Change(pair.Value)}"))}.";
        if (Change.Size is { } size)
        {
            yield return $"Size: {size.Reason}.";
        }
    }

    private static string Name(ComparedRevision revision) => $"{UntrustedText.Line(revision.Name)} ({revision.Commit[..Math.Min(10, revision.Commit.Length)]})";
}
