using System.Globalization;
using PerfHunt.Configuration;
using PerfHunt.Processes;
using PerfHunt.Profiling.Recordings;

namespace PerfHunt.Profiles;

/// <summary>Makes recordings and reads each with perf and with ours.</summary>
internal static class Readings
{
    private static readonly ProcessRunner Runner = new(TimeProvider.System);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    // perf's default looks up every address with addr2line; how long beyond a minute does not matter.
    private static readonly TimeSpan PerfLimit = TimeSpan.FromMinutes(1);

    public static int Run(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("perfhunt-profiles-");
        try
        {
            var program = Path.Combine(folder.FullName, "threads");
            Must(Command.Of("rustc", "-O", "-g", "-C", "force-frame-pointers=yes", Path.Combine(AppContext.BaseDirectory, "Programs", "threads.rs"), "-o", program));
            Console.WriteLine($"{Must(Command.Of("perf", "--version")).StandardOutput.Trim()}, {Must(Command.Of("uname", "-mr")).StandardOutput.Trim()}, .NET {Environment.Version}; processor seconds, except `wall`");
            Console.WriteLine("| Recording | Samples | perf, default | perf --no-inline | perf, flat | ours, cold (wall) | ours, warm | Samples/s warm | perf --no-inline / ours cold | perf --no-inline / ours warm |");
            Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
            var run = Command.Of(program, (seconds * 1000).ToString(CultureInfo.InvariantCulture));
            foreach (var callGraph in new[] { "none", "fp", "dwarf" })
            {
                foreach (var frequency in new[] { 99, 999, 4999, 20000 })
                {
                    Row(folder, $"threads, {callGraph}, {frequency} Hz", run, new PerfConfig { Event = EventChoice.CpuClock, CallGraph = callGraph, FrequencyHz = frequency });
                }
            }

            // The compiler itself: a library of 150 MB, most of it symbols.
            var compiler = Must(Command.Of("rustc", "--print", "sysroot")).StandardOutput.Trim() + "/bin/rustc";
            var compile = Command.Of(compiler, "-O", Path.Combine(AppContext.BaseDirectory, "Programs", "threads.rs"), "-o", Path.Combine(folder.FullName, "again"));
            foreach (var callGraph in new[] { "none", "fp" })
            {
                Row(folder, $"rustc, {callGraph}, 4999 Hz", compile, new PerfConfig { Event = EventChoice.CpuClock, CallGraph = callGraph, FrequencyHz = 4999 });
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Row(DirectoryInfo folder, string name, Command workload, PerfConfig perf)
    {
        var file = Path.Combine(folder.FullName, "recording.data");
        new PerfRecorder(Runner).Record(workload with { TimeLimit = Limit }, file, perf);
        var usual = Perf(file);
        var plain = Perf(file, "--no-inline", "-g", "none");
        var flat = Perf(file, "--no-inline", "--no-children", "-g", "none");
        var cold = Must(Ours("once", file));
        var samples = long.Parse(cold.StandardOutput, CultureInfo.InvariantCulture);
        var warm = double.Parse(Must(Ours("warm", file)).StandardOutput, CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {samples} | {Time(usual)} | {Time(plain)} | {Time(flat)} | {Time(cold)} ({cold.Use.WallSeconds:0.00}) | {warm:0.000} | {samples / warm:0} | {plain.Use.CpuSeconds / cold.Use.CpuSeconds:0.0} | {plain.Use.CpuSeconds / warm:0.0} |"));
    }

    private static string Time(ProcessOutcome outcome) => outcome.TimedOut ? $"> {PerfLimit.TotalSeconds:0}" : outcome.Use.CpuSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    private static ProcessOutcome Perf(string file, params string[] options) =>
        Runner.Run(Command.Of("perf", ["report", "--stdio", .. options, "-i", file]) with { TimeLimit = PerfLimit });

    private static Command Ours(string mode, string file) => Command.Of(Environment.ProcessPath!, mode, file);

    private static ProcessOutcome Must(Command command)
    {
        var outcome = Runner.Run(command with { TimeLimit = Limit });
        return outcome.Succeeded ? outcome : throw new CommandFailedException(outcome, Errors.ExitCode.Precondition, "Mend it and start again.");
    }
}
