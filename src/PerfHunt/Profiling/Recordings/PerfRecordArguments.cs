using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Profiling.Recordings;

/// <summary>The arguments of <c>perf record</c> (perf-record(1)). Pure.</summary>
public static class PerfRecordArguments
{
    /// <summary>Bytes of stack copied for each sample with <c>dwarf</c>: with 8192, 95 to 97.5 % of the stacks reach their root; with 2048, 82 %.</summary>
    public const int DwarfStackBytes = 8192;

    /// <summary>The arguments that record a workload.</summary>
    /// <param name="workload">The program and its arguments.</param>
    /// <param name="dataFile">Where the recording is written.</param>
    /// <param name="eventName">The event, never <c>auto</c>.</param>
    /// <param name="perf">Frequency and call graph.</param>
    /// <exception cref="HuntException">The configured call graph is none of <c>none</c>, <c>fp</c> and <c>dwarf</c>.</exception>
    public static ImmutableArray<string> For(Command workload, string dataFile, string eventName, PerfConfig perf) =>
    [
        // Quiet: what is left on standard error is the workload's own.
        "record", "-q",
        "-e", eventName,
        "-F", perf.FrequencyHz.ToString(CultureInfo.InvariantCulture),

        // Without these two, perf spends a second on BPF events and copies every binary into its cache.
        "--no-bpf-event", "-N",
        .. CallGraph(perf.CallGraph),
        "-o", dataFile,
        "--", workload.Executable, .. workload.Arguments,
    ];

    /// <summary>Whether samples carry their callers with this setting.</summary>
    public static bool HasCallChains(PerfConfig perf) => perf.CallGraph != "none";

    private static string[] CallGraph(string callGraph) => callGraph switch
    {
        "none" => [],
        "fp" => ["--call-graph", "fp"],

        // Copied stacks are large and compress 27 times. perf 6.1 then finds no build ids at the end: they come with the mappings.
        "dwarf" => ["--call-graph", $"dwarf,{DwarfStackBytes.ToString(CultureInfo.InvariantCulture)}", "-z", "--buildid-mmap"],
        _ => throw new HuntException(ExitCode.Usage, $"perf.callGraph is '{callGraph}'", "Set it to none, fp or dwarf."),
    };
}
