using System.Globalization;

namespace PerfHunt.Configuration;

/// <summary>The numbers that a key may have.</summary>
/// <param name="Least">The smallest, itself allowed unless <see cref="IsOpen"/>.</param>
/// <param name="Most">The largest, itself allowed.</param>
internal sealed record ConfigRange(double Least, double Most)
{
    /// <summary>True when the smallest number itself is not allowed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>True when only whole numbers are allowed.</summary>
    public bool IsWhole { get; init; }

    /// <summary>A duration: above 0; the upper bound only keeps clocks from overflowing.</summary>
    public static ConfigRange Duration { get; } = new(0, 1_000_000) { IsOpen = true };

    /// <summary>A share in percent.</summary>
    public static ConfigRange Percent { get; } = new(0, 100);

    /// <summary>A factor by which something grows.</summary>
    public static ConfigRange Factor { get; } = new(1, 1_000_000) { IsOpen = true };

    /// <summary>Whole numbers from a smallest one up.</summary>
    public static ConfigRange From(long least, long most = int.MaxValue) => new(least, most) { IsWhole = true };

    /// <summary>True for a number in the range; false for NaN.</summary>
    public bool Contains(double value) => (IsOpen ? value > Least : value >= Least) && value <= Most;

    /// <summary>The range in words, to follow "expected".</summary>
    public override string ToString()
    {
        var kind = IsWhole ? "a whole number" : "a number";
        var least = IsOpen ? "above" : "of at least";
        return string.Create(CultureInfo.InvariantCulture, $"{kind} {least} {Least}{(Most < int.MaxValue ? $" and at most {Most}" : "")}");
    }
}
