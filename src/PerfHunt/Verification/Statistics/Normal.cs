namespace PerfHunt.Verification.Statistics;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>Probability of a value above <paramref name="z"/>, with small relative error in the far tail too.</summary>
    public static double UpperTail(double z)
    {
        if (z < 0)
        {
            return 1 - UpperTail(-z);
        }

        return z < 2.5 ? 0.5 - Density(z) * Series(z) : Density(z) / ContinuedFraction(z);
    }

    /// <summary>The density at <paramref name="z"/>.</summary>
    public static double Density(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);

    /// <summary>The value that is exceeded with probability <paramref name="tail"/>, which lies between 0 and 1, both excluded.</summary>
    public static double UpperQuantile(double tail)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(tail, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tail, 1);
        if (tail > 0.5)
        {
            return -UpperQuantile(1 - tail);
        }

        // The logarithm of the tail is concave: Newton's steps cannot leave the root behind for good.
        var z = Math.Sqrt(-2 * Math.Log(2 * tail));
        double step;
        do
        {
            var found = UpperTail(z);
            step = found / Density(z) * Math.Log(found / tail);
            z += step;
        }
        while (Math.Abs(step) > 1e-13 * (1 + z));
        return z;
    }

    /// <summary>Sum of z^(2k+1) / (1*3*...*(2k+1)): NIST DLMF 7.6.2.</summary>
    private static double Series(double z)
    {
        double term = z, sum = z;
        for (var k = 1; term > 1e-17 * sum; k++)
        {
            term *= z * z / (2 * k + 1);
            sum += term;
        }

        return sum;
    }

    /// <summary>Laplace's continued fraction z + 1/(z + 2/(z + 3/...)): NIST DLMF 7.9.2, rescaled; as many terms as 15 digits take from 2.5 on.</summary>
    private static double ContinuedFraction(double z)
    {
        var value = z;
        for (var k = 10 + (int)(400 / (z * z)); k >= 1; k--)
        {
            value = z + k / value;
        }

        return value;
    }
}
