namespace PerfHunt.Verification.Trends;

/// <summary>A place in a series where its level changed.</summary>
/// <param name="At">Index of the first value after the change.</param>
/// <param name="Probability">How probable a split as clear as this is without a change, between 0 and 1.</param>
public readonly record struct ChangePoint(int At, double Probability);
