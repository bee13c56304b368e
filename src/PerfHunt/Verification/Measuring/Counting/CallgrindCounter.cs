using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Verification.Measuring.Counting;

/// <summary>
/// valgrind's simulated processor (callgrind): counts every instruction in user mode, whatever else runs on the machine, at some
/// fifty times the time.
/// </summary>
public sealed class CallgrindCounter : IInstructionCounter
{
    // valgrind's manual speaks of a factor of 4 to 100 over its tools; callgrind took 20 to 60 here.
    private const double Slowdown = 100;

    private const string FilePrefix = "callgrind.";
    private const string Totals = "totals:";

    /// <summary>What to do when a program does not run under valgrind.</summary>
    public const string Remedy = "See what valgrind says of it (it knows no very new instructions), or use --metric=cpu.";

    /// <inheritdoc/>
    public Command Around(Command command, string folder) => command with
    {
        Executable = "valgrind",
        Arguments =
        [
            "--tool=callgrind", "--trace-children=yes", "--error-exitcode=0", $"--log-file={Path.Combine(folder, "log.%p")}",
            $"--callgrind-out-file={Path.Combine(folder, FilePrefix + "%p")}", "--", command.Executable, .. command.Arguments,
        ],
        TimeLimit = command.TimeLimit * Slowdown,
    };

    /// <inheritdoc/>
    public Parsed<InstructionCount> Read(string folder)
    {
        var counts = Directory.EnumerateFiles(folder, FilePrefix + "*").Order(StringComparer.Ordinal).Select(file => Parse(File.ReadLines(file), file)).ToList();
        return counts.Count == 0
            ? new LocatedError(folder, 0, "valgrind wrote no counts")
            : counts.FirstOrDefault(count => !count.Succeeded)?.Error is { } error ? error
            : new InstructionCount(counts.Sum(count => count.Value!.Value));
    }

    /// <summary>Reads the line <c>totals: COUNT</c> of a profile (valgrind's manual, "Callgrind Format Specification").</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="source">Their file, for the error.</param>
    internal static Parsed<InstructionCount> Parse(IEnumerable<string> lines, string source) =>
        lines.FirstOrDefault(line => line.StartsWith(Totals, StringComparison.Ordinal)) is { } line
        && long.TryParse(line[Totals.Length..].Trim().Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new InstructionCount(count)
            : new LocatedError(source, 0, "expected a line 'totals: COUNT' with the count of instructions");
}
