namespace PerfHunt.Verification.Trends;

/// <summary>One measured run that is kept for later: a commit on a workload, beside what it was compared with.</summary>
/// <param name="At">When it was measured, UTC, ISO 8601. A label: order is that of the file.</param>
/// <param name="Commit">The commit that was measured.</param>
/// <param name="Against">The commit measured beside it, or null when it was measured alone.</param>
/// <param name="Workload">Name of the workload.</param>
/// <param name="Round">Number of the round.</param>
/// <param name="Value">What the commit took, above 0: seconds for <c>cpu</c> and <c>wall</c>.</param>
/// <param name="AgainstValue">What the other commit took, above 0; null when measured alone.</param>
/// <param name="Metric"><c>cpu</c>, <c>wall</c>, <c>instructions</c> or <c>callgrind</c>.</param>
/// <param name="Mode"><c>duet</c> or <c>solo</c>.</param>
public sealed record HistoryEntry(
    string At,
    string Commit,
    string? Against,
    string Workload,
    int Round,
    double Value,
    double? AgainstValue,
    string Metric = "cpu",
    string Mode = "duet")
{
    /// <summary>True for a change under judgement: <see cref="Commit"/> is then the id of its tree.</summary>
    public bool IsTree { get; init; }

    /// <summary>The logarithm of what the commit took: of its ratio to the other commit, or of the bare value.</summary>
    internal double LevelLog => Math.Log(Value) - Math.Log(AgainstValue ?? 1);
}
