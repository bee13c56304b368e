using System.Text;

namespace PerfHunt.Profiling.Demangling.RustV0;

/// <summary>Decodes identifiers that are not ASCII. Source: RFC 3492, with an underscore as delimiter as RFC 2603 of Rust has it.</summary>
internal static class Punycode
{
    // RFC 3492, section 5.
    private const int Base = 36, TMin = 1, TMax = 26, Skew = 38, Damp = 700, InitialBias = 72, InitialN = 128;
    private const int LastCodePoint = 0x10ffff;

    /// <summary>The identifier; null when it is not encoded as it should be.</summary>
    public static string? Decode(string encoded)
    {
        var delimiter = encoded.LastIndexOf('_');
        var output = encoded[..Math.Max(delimiter, 0)].Select(character => (int)character).ToList();
        var input = encoded.AsSpan(delimiter + 1);
        long n = InitialN;
        long i = 0;
        var bias = InitialBias;
        while (input.Length > 0)
        {
            var before = i;
            if (!TryDelta(ref input, ref i, bias) || (n += i / (output.Count + 1)) > LastCodePoint)
            {
                return null;
            }

            bias = Adapt(i - before, output.Count + 1, before == 0);
            i %= output.Count + 1;
            output.Insert((int)i++, (int)n);
        }

        return output.All(Rune.IsValid) ? string.Concat(output.Select(code => new Rune(code).ToString())) : null;
    }

    private static bool TryDelta(ref ReadOnlySpan<char> input, ref long i, int bias)
    {
        long weight = 1;
        for (var k = Base; ; k += Base)
        {
            if (input.Length == 0)
            {
                return false;
            }

            var digit = input[0] is >= 'a' and <= 'z' ? input[0] - 'a' : input[0] is >= '0' and <= '9' ? input[0] - '0' + 26 : Base;
            input = input[1..];
            i += digit * weight;
            if (digit == Base || i > int.MaxValue)
            {
                return false;
            }

            var threshold = Math.Clamp(k - bias, TMin, TMax);
            if (digit < threshold)
            {
                return true;
            }

            weight *= Base - threshold;
        }
    }

    private static int Adapt(long delta, int points, bool first)
    {
        delta /= first ? Damp : 2;
        delta += delta / points;
        var k = 0;
        for (; delta > (Base - TMin) * TMax / 2; k += Base)
        {
            delta /= Base - TMin;
        }

        return k + (int)((Base - TMin + 1) * delta / (delta + Skew));
    }
}
