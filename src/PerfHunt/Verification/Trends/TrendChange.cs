namespace PerfHunt.Verification.Trends;

/// <summary>Since when a workload takes another time.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Metric">What was measured.</param>
/// <param name="Commit">The first commit with the new level.</param>
/// <param name="Before">The last commit measured with the old level, or the one that it was compared with.</param>
/// <param name="ChangePercent">Change of the level, percent; negative = faster.</param>
/// <param name="Probability">How probable so clear a change is by chance, between 0 and 1.</param>
/// <param name="Reason">One sentence without a full stop.</param>
public sealed record TrendChange(
    string Workload, string Metric, string Commit, string Before, double ChangePercent, double Probability, string Reason);
