namespace PerfHunt.Verification.Trends;

/// <summary>Where a stretch of values falls apart most clearly into two.</summary>
/// <param name="At">Index of the first value of the second part.</param>
/// <param name="Strength">The scaled energy distance of the parts; negative infinity when the stretch is too short.</param>
internal readonly record struct EnergySplit(int At, double Strength)
{
    /// <summary>
    /// The split of <c>values[from..to]</c> with the largest mn / (m + n) times the energy distance
    /// 2 E|X - Y| - E|X - X'| - E|Y - Y'| of its parts (Székely and Rizzo 2005; Matteson and James 2014, formula 5, with
    /// exponent 1).
    /// </summary>
    /// <param name="values">All values.</param>
    /// <param name="from">First index.</param>
    /// <param name="to">Index after the last.</param>
    /// <param name="leastLength">Fewest values of a part, at least 2.</param>
    public static EnergySplit Best(ReadOnlySpan<double> values, int from, int to, int leastLength)
    {
        var best = new EnergySplit(-1, double.NegativeInfinity);
        var (left, right) = (0.0, Within(values[from..to]));
        var total = right;
        for (var at = from + 1; at <= to - leastLength; at++)
        {
            // The value before the split moves from the right part to the left one.
            left += Distance(values, at - 1, from, at - 1);
            right -= Distance(values, at - 1, at, to);
            if (at - from < leastLength)
            {
                continue;
            }

            var (m, n) = ((double)(at - from), (double)(to - at));
            var energy = 2 * (total - left - right) / (m * n) - 2 * left / (m * (m - 1)) - 2 * right / (n * (n - 1));
            var strength = m * n / (m + n) * energy;
            if (strength > best.Strength)
            {
                best = new(at, strength);
            }
        }

        return best;
    }

    private static double Within(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 1; i < values.Length; i++)
        {
            sum += Distance(values, i, 0, i);
        }

        return sum;
    }

    private static double Distance(ReadOnlySpan<double> values, int of, int from, int to)
    {
        var sum = 0.0;
        for (var i = from; i < to; i++)
        {
            sum += Math.Abs(values[of] - values[i]);
        }

        return sum;
    }
}
