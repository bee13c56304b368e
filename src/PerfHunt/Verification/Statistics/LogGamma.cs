namespace PerfHunt.Verification.Statistics;

/// <summary>Logarithm of the gamma function.</summary>
internal static class LogGamma
{
    /// <summary>Stirling's series is good to 15 digits from here on.</summary>
    private const double StirlingFrom = 15;

    /// <summary>ln of gamma of <paramref name="x"/>, which is above 0: Stirling's series (NIST DLMF 5.11.1) after shifting the argument up.</summary>
    public static double Of(double x)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(x, 0);
        double shift = 1;
        while (x < StirlingFrom)
        {
            shift *= x;
            x++;
        }

        var y = 1 / (x * x);
        var series = (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680 - y / 1188)))) / x;
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - Math.Log(shift);
    }
}
