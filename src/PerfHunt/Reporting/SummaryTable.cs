using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>The table that ends a hunt: a row an attempt.</summary>
public static class SummaryTable
{
    /// <summary>The columns.</summary>
    public static ImmutableArray<string> Head { get; } = ["#", "Hotspot", "Self", "Change tried", "Outcome", "Suite time (95 % interval)", "Took"];

    /// <summary>The rows: each investigation's attempts, its hotspot named in the first.</summary>
    public static ImmutableArray<ImmutableArray<string>> Rows(HuntState state) =>
        [.. state.Investigated.SelectMany(entry => entry.Attempts.Where(a => a.Outcome != Outcomes.NoIdea || entry.Attempts.Length == 1)
            .Select((attempt, index) => Row(entry, attempt, index == 0)))];

    private static ImmutableArray<string> Row(InvestigatedEntry entry, AttemptRecord attempt, bool isFirst) =>
    [
        isFirst ? FormattableString.Invariant($"{entry.Iteration}") : "",
        isFirst ? UntrustedText.Line(entry.Function) : "",
        isFirst ? FormattableString.Invariant($"{entry.SamplesPctBefore:0.0} %") : "",
        attempt.Title.Length > 0 ? attempt.Title : "-",
        attempt.Outcome,
        Figures.Change(attempt.Change),
        Figures.Duration(attempt.Seconds),
    ];
}
