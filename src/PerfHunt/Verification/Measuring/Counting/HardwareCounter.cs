using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Verification.Measuring.Counting;

/// <summary>
/// The processor's own counter, by <c>perf stat</c>. User mode only: what the kernel does on the way (interrupts, page faults)
/// differs from run to run. Many virtual machines have no such counter.
/// </summary>
public sealed class HardwareCounter : IInstructionCounter
{
    private const string FileName = "perf-stat.csv";
    private const string Event = "instructions:u";

    /// <summary>What to do where there is no counter.</summary>
    public const string Remedy = "Use --metric=callgrind or --metric=cpu here, or a machine that gives its guests hardware counters.";

    /// <inheritdoc/>
    public Command Around(Command command, string folder) => command with
    {
        Executable = "perf",
        Arguments = ["stat", "-x,", "-e", Event, "-o", Path.Combine(folder, FileName), "--", command.Executable, .. command.Arguments],
    };

    /// <inheritdoc/>
    public Parsed<InstructionCount> Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? Parse(File.ReadAllText(file), file) : new LocatedError(file, 0, "perf stat wrote no counts");
    }

    /// <summary>Reads the lines <c>VALUE,UNIT,EVENT,...</c> of <c>perf stat -x,</c> (perf-stat(1), CSV format).</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="source">Its file, for the error.</param>
    internal static Parsed<InstructionCount> Parse(string text, string source)
    {
        // Processors with two kinds of cores have a line for each kind.
        var values = text.Split('\n').Select(line => line.Split(',')).Where(fields => fields.Length > 2 && fields[2].Contains("instructions", StringComparison.Ordinal))
            .Select(fields => fields[0]).ToList();
        var counts = values.Where(value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            .Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToList();
        return counts.Count > 0 ? new InstructionCount(counts.Sum())
            : values.Count > 0 ? new LocatedError(source, 0, $"the kernel counts no instructions here: {values[0]}")
            : new LocatedError(source, 0, "expected a line of perf stat with the count of instructions");
    }
}
