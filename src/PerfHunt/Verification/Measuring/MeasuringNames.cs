namespace PerfHunt.Verification.Measuring;

/// <summary>How the command line, the state file and verdicts name metrics and modes.</summary>
public static class MeasuringNames
{
    /// <summary>The name of a metric: <c>cpu</c>, <c>wall</c>, <c>instructions</c> or <c>callgrind</c>.</summary>
    public static string Of(Metric metric) => metric.ToString().ToLowerInvariant();

    /// <summary>The name of a mode: <c>duet</c> or <c>solo</c>.</summary>
    public static string Of(MeasuringMode mode) => mode.ToString().ToLowerInvariant();

    /// <summary>The metric of a name; empty is CPU time.</summary>
    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public static Metric Metric(string name) => name.Length == 0 ? Measuring.Metric.Cpu : Enum.Parse<Metric>(name, ignoreCase: true);

    /// <summary>The mode of a name; empty is a duet.</summary>
    /// <exception cref="ArgumentException">There is no such mode.</exception>
    public static MeasuringMode Mode(string name) => name.Length == 0 ? MeasuringMode.Duet : Enum.Parse<MeasuringMode>(name, ignoreCase: true);
}
