namespace PerfHunt.Verification.Trends;

/// <summary>A commit compared with another one.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Against">What it was compared with.</param>
/// <param name="ChangePercent">Change, percent; negative = faster.</param>
/// <param name="Probability">How probable so large a difference is by chance in any of the comparisons.</param>
/// <param name="Pairs">Pairs of runs.</param>
internal sealed record Link(string Commit, string Against, double ChangePercent, double Probability, int Pairs);
