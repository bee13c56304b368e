namespace PerfHunt.Verification.Statistics;

/// <summary>One workload measured once on each side, as a duet or as neighbouring solo runs.</summary>
/// <param name="Workload">Name of the workload.</param>
/// <param name="Round">Number of the round of the suite, equal for all pairs of one round, growing with time.</param>
/// <param name="BaselineSeconds">What the baseline took, above 0: seconds, or whatever unit the metric has.</param>
/// <param name="CandidateSeconds">What the candidate took, in the same unit, above 0.</param>
public sealed record RunPair(string Workload, int Round, double BaselineSeconds, double CandidateSeconds)
{
    /// <summary>The same pair with the sides exchanged.</summary>
    public RunPair Swapped() => new(Workload, Round, CandidateSeconds, BaselineSeconds);
}
