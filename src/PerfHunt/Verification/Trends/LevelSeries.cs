using System.Collections.Immutable;

namespace PerfHunt.Verification.Trends;

/// <summary>How long a workload takes from commit to commit, one point a commit.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Metric">What was measured.</param>
/// <param name="Commits">The commits in the order in which they were first measured.</param>
/// <param name="LevelsLog">The logarithm of what each took, up to a constant that all share.</param>
internal sealed record LevelSeries(
    string Workload, string Metric, ImmutableArray<string> Commits, ImmutableArray<double> LevelsLog);
