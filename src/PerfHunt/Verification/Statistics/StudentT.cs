namespace PerfHunt.Verification.Statistics;

/// <summary>Student's t distribution with any positive, not only whole, number of degrees of freedom.</summary>
internal static class StudentT
{
    /// <summary>From here on the normal distribution is used: they differ by less than 1e-6 relatively at the levels used.</summary>
    private const double NormalFrom = 1e7;

    /// <summary>Newton's steps take some 6; this only ends a loop that rounding keeps alive.</summary>
    private const int MostSteps = 100;

    /// <summary>
    /// Probability of a value above <paramref name="t"/>: half of the regularised incomplete beta function
    /// I_x(df/2, 1/2) at x = df / (df + t^2) (Abramowitz and Stegun 26.7.1).
    /// </summary>
    public static double UpperTail(double t, double df)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(df, 0);
        if (df >= NormalFrom)
        {
            return Normal.UpperTail(t);
        }

        var tail = 0.5 * IncompleteBeta.Regularised(df / (df + t * t), df / 2, 0.5);
        return t < 0 ? 1 - tail : tail;
    }

    /// <summary>The value that is exceeded with probability <paramref name="tail"/>, which lies between 0 and 1, both excluded.</summary>
    public static double UpperQuantile(double tail, double df)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(df, 0);
        if (df >= NormalFrom)
        {
            return Normal.UpperQuantile(tail);
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(tail, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(tail, 1);
        if (tail > 0.5)
        {
            return -UpperQuantile(1 - tail, df);
        }

        // Newton's steps on the logarithms of both: the tail falls like a power of t, so that is nearly a straight line.
        var t = Math.Max(Normal.UpperQuantile(tail), 1e-9);
        for (var i = 0; i < MostSteps; i++)
        {
            var found = UpperTail(t, df);
            var step = found / (t * Density(t, df)) * Math.Log(found / tail);
            t *= Math.Exp(step);
            if (Math.Abs(step) < 1e-13)
            {
                break;
            }
        }

        return tail == 0.5 ? 0 : t;
    }

    private static double Density(double t, double df) => Math.Exp(
        LogGamma.Of((df + 1) / 2) - LogGamma.Of(df / 2)
        - 0.5 * Math.Log(df * Math.PI) - (df + 1) / 2 * Math.Log(1 + t * t / df));
}
