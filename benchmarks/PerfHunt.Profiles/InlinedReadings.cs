using System.Globalization;
using PerfHunt.Configuration;
using PerfHunt.Processes;
using PerfHunt.Profiling.Recordings;

namespace PerfHunt.Profiles;

/// <summary>Reads recordings of a large binary with what was inlined, beside perf.</summary>
internal static class InlinedReadings
{
    private const int DwarfMilliseconds = 12_000;
    private const int ChainMilliseconds = 4_000;
    private static readonly ProcessRunner Runner = new(TimeProvider.System);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Runs; builds the large program first, or takes one that was built before.</summary>
    public static int Run(string? program)
    {
        var folder = Directory.CreateTempSubdirectory("perfhunt-inlined-");
        try
        {
            program ??= LargeProgram.Build(Runner, folder.FullName);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{program}: {new FileInfo(program).Length / 1e6:0} MB; seconds of wall time, in brackets of processor time; memory in MB"));
            Console.WriteLine("| Recording | Samples | perf, default | perf --no-inline | ours, inlined, first | the same with its cache | most memory | ours without inlined |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|");
            Row(folder, "dwarf, 999 Hz", program, DwarfMilliseconds, new PerfConfig { Event = EventChoice.CpuClock, CallGraph = "dwarf", FrequencyHz = 999 });
            Row(folder, "fp, 4999 Hz", program, ChainMilliseconds, new PerfConfig { Event = EventChoice.CpuClock, CallGraph = "fp", FrequencyHz = 4999 });
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Row(DirectoryInfo folder, string name, string program, int milliseconds, PerfConfig perf)
    {
        var file = Path.Combine(folder.FullName, "recording.data");
        var cache = folder.CreateSubdirectory($"lines-{perf.CallGraph}").FullName;
        new PerfRecorder(Runner).Record(Command.Of(program, milliseconds.ToString(CultureInfo.InvariantCulture)) with { TimeLimit = Limit }, file, perf);
        var usual = Run("perf", "report", "--stdio", "-i", file);
        var plain = Run("perf", "report", "--stdio", "--no-inline", "-g", "none", "-i", file);
        var first = Run(Environment.ProcessPath!, "once-inlined", file, cache);
        var again = Run(Environment.ProcessPath!, "once-inlined", file, cache);
        var flat = Run(Environment.ProcessPath!, "once", file);
        var told = first.StandardOutput.Split(' ', '\n');
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {told[0]} | {Time(usual)} | {Time(plain)} | {Time(first)} | {Time(again)} | {long.Parse(told[2], CultureInfo.InvariantCulture) / 1e6:0} | {Time(flat)} |"));
    }

    private static ProcessOutcome Run(string tool, params string[] arguments) => Runner.Run(Command.Of(tool, arguments) with { TimeLimit = Limit });

    private static string Time(ProcessOutcome outcome) => outcome.TimedOut
        ? string.Create(CultureInfo.InvariantCulture, $"> {Limit.TotalSeconds:0}")
        : string.Create(CultureInfo.InvariantCulture, $"{outcome.Use.WallSeconds:0.00} ({outcome.Use.CpuSeconds:0.00})");
}
