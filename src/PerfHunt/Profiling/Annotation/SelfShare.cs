namespace PerfHunt.Profiling.Annotation;

/// <summary>A part of what a function costs by itself.</summary>
/// <param name="Percent">Share of the whole profile, percent (0-100).</param>
/// <param name="OfFunctionPercent">Share of the function's own samples, percent (0-100).</param>
public sealed record SelfShare(double Percent, double OfFunctionPercent)
{
    internal static SelfShare Of(ulong period, ulong function, ulong profile) => new(Part(period, profile), Part(period, function));

    private static double Part(ulong part, ulong whole) => whole == 0 ? 0 : 100.0 * part / whole;
}
