using PerfHunt.Errors;
using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>Where a hunt stands, for people.</summary>
public static class StatusText
{
    /// <summary>What there is to tell of a repository in which no hunt has begun.</summary>
    public static string NoHunt(string repository) => $"No hunt has begun in {repository}. --target=PerfHunt begins one.{Environment.NewLine}";

    /// <summary>The status of a hunt: where it stands, what it did, what comes next.</summary>
    /// <param name="report">The hunt.</param>
    /// <param name="holder">Who works on it now; null when nobody does.</param>
    public static string Plain(HuntReport report, string? holder)
    {
        var did = report.State.Investigated.IsEmpty
            ? string.Join(Environment.NewLine, SummaryText.Sentences(report).Append(""))
            : SummaryText.Plain(report);
        return string.Join(Environment.NewLine, [.. Stands(report, holder), "", did]);
    }

    private static IEnumerable<string> Stands(HuntReport report, string? holder)
    {
        var state = report.State;
        var from = Figures.ShortId(report.Hunt.StartCommit);
        yield return FormattableString.Invariant($"Hunt:    in {report.Repository}, begun {report.Hunt.StartedAt} at commit {from}");
        yield return $"Running: {holder ?? "no"}";
        yield return FormattableString.Invariant($"Phase:   {state.Phase}, iteration {state.Iteration} of {state.MaxIterations}, suite generation {state.SuiteGeneration}");
        if (state.CurrentHotspot is { } hotspot)
        {
            yield return FormattableString.Invariant($"Hotspot: {UntrustedText.Line(hotspot.Function)}, {hotspot.MaxSelfPct:0.0} % self, ticket {hotspot.TicketId ?? "not opened yet"}, {Attempts(hotspot)}");
        }

        var next = NextStep.After(state);
        yield return $"Next:    {(next.Target.Length > 0 ? $"{next.Target}: " : "")}{next.Does}";
    }

    private static string Attempts(CurrentHotspot hotspot)
    {
        var last = hotspot.Attempts.LastOrDefault() is { } attempt ? $", the last one {attempt.Outcome}" : "";
        return FormattableString.Invariant($"{hotspot.Attempts.Length} attempts judged{last}");
    }
}
