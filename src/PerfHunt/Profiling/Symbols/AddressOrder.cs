namespace PerfHunt.Profiling.Symbols;

/// <summary>
/// Orders symbols by address. A radix sort: it keeps equals in their order, its time grows no faster than the number of symbols (a large
/// binary has hundreds of thousands), and it needs no generic code compiled at run time. Source: Knuth, TAOCP 3, 5.2.5.
/// </summary>
internal static class AddressOrder
{
    private const int DigitBits = 11;
    private const int DigitValues = 1 << DigitBits;

    /// <summary>The indices of the first addresses in ascending order of address.</summary>
    public static int[] Of(ReadOnlySpan<ulong> addresses)
    {
        ulong all = 0;
        var order = new int[addresses.Length];
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
            all |= addresses[index];
        }

        var other = new int[order.Length];
        var starts = new int[DigitValues];
        for (var shift = 0; shift < 64 && all >> shift != 0; shift += DigitBits)
        {
            Pass(addresses, shift, order, other, starts);
            (order, other) = (other, order);
        }

        return order;
    }

    private static void Pass(ReadOnlySpan<ulong> addresses, int shift, int[] from, int[] to, int[] starts)
    {
        Array.Clear(starts);
        foreach (var address in addresses)
        {
            starts[(int)(address >> shift) & (DigitValues - 1)]++;
        }

        var sum = 0;
        for (var digit = 0; digit < starts.Length; digit++)
        {
            (starts[digit], sum) = (sum, sum + starts[digit]);
        }

        foreach (var index in from)
        {
            to[starts[(int)(addresses[index] >> shift) & (DigitValues - 1)]++] = index;
        }
    }
}
