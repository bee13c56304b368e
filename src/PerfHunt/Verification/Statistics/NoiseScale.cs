namespace PerfHunt.Verification.Statistics;

/// <summary>What is known beforehand about the noise of one workload: the prior that its own spread is shrunk to.</summary>
/// <param name="SpreadLog">Standard deviation of the log ratio of one pair, above 0.</param>
/// <param name="DegreesOfFreedom">Weight of that knowledge, in pairs, above 0.</param>
public readonly record struct NoiseScale(double SpreadLog, double DegreesOfFreedom)
{
    /// <summary>The same with the spread multiplied by <paramref name="factor"/>.</summary>
    public NoiseScale Louder(double factor) => this with { SpreadLog = SpreadLog * factor };
}
