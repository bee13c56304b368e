namespace PerfHunt.Verification.Statistics;

/// <summary>Zero of a monotone function by halving the interval.</summary>
internal static class Bisection
{
    /// <summary>
    /// The argument between <paramref name="low"/> and <paramref name="high"/> where the function changes sign, to about
    /// as many digits as <paramref name="tolerance"/> says; the nearer end when it does not change sign there.
    /// </summary>
    public static double Root(Func<double, double> function, double low, double high, double tolerance = 1e-14)
    {
        var falls = function(low) > function(high);
        while (high - low > tolerance * (1 + Math.Abs(low) + Math.Abs(high)))
        {
            var middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (function(middle) > 0 == falls)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return 0.5 * (low + high);
    }
}
