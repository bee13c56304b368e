namespace PerfHunt.Tests.Verification.Statistics;

/// <summary>Normal noise for simulations.</summary>
internal static class Gauss
{
    /// <summary>One standard normal value (Box and Muller 1958).</summary>
    public static double Next(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
