using System.Collections.Immutable;
using System.Globalization;

namespace PerfHunt.Verification.Measuring;

/// <summary>What one processor did since boot, in clock ticks (proc(5), <c>/proc/stat</c>).</summary>
/// <param name="Cpu">Number of the processor.</param>
/// <param name="BusyTicks">Time spent on programs, the kernel and interrupts.</param>
/// <param name="StealTicks">Time in which the host ran somebody else though we wanted to run.</param>
public sealed record ProcessorTimes(int Cpu, long BusyTicks, long StealTicks)
{
    // Fields after the name: user nice system idle iowait irq softirq steal guest guest_nice; guest is within user.
    private static readonly ImmutableArray<int> BusyFields = [1, 2, 3, 6, 7];
    private const int StealField = 8;

    /// <summary>Reads the lines <c>cpuN ...</c> of <c>/proc/stat</c>; other lines are passed over.</summary>
    public static ImmutableArray<ProcessorTimes> Parse(string text) =>
        [.. text.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(ParseLine).OfType<ProcessorTimes>()];

    private static ProcessorTimes? ParseLine(string[] fields) =>
        fields.Length > StealField
        && fields[0].StartsWith("cpu", StringComparison.Ordinal)
        && int.TryParse(fields[0].AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var cpu)
        && fields.Skip(1).All(field => long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? new ProcessorTimes(cpu, BusyFields.Sum(field => Ticks(fields[field])), Ticks(fields[StealField]))
            : null;

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
