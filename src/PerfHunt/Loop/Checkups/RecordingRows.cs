using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Reading;
using PerfHunt.Profiling.Recordings;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Loop.Checkups;

/// <summary>Records the shortest workload in both ways of following callers, and sees how far the stacks reach.</summary>
internal static class RecordingRows
{
    // A stack of fewer functions has no caller that is worth knowing.
    private const int LeastDepth = 2;
    private const double EnoughPercent = 80;

    // Where a stack is at home: the C library's start, a thread's, a managed or Rust program's main.
    private static readonly string[] Roots = ["_start", "__libc_start_main", "__libc_start_call_main", "main", "start_thread", "clone", "clone3", "__clone"];

    /// <summary>A row for each way, and one for the symbols.</summary>
    public static IEnumerable<CheckupRow> Of(HuntSession session)
    {
        var workload = SuiteStep.TakingPart(session).MinBy(one => CalibrationStep.CpuSeconds(session, one.Name))!;
        var byFramePointers = Record(session, workload, "fp");
        yield return Row("frame pointers", byFramePointers, "Build with -fno-omit-frame-pointer (C, C++) or -C force-frame-pointers=yes (Rust), or set perf.callGraph to \"dwarf\".");
        yield return Row("DWARF stacks", Record(session, workload, "dwarf"), FormattableString.Invariant($"Of each stack {PerfRecordArguments.DwarfStackBytes} bytes are copied, and large local arrays fill them: build with frame pointers and keep perf.callGraph at \"fp\". Programs without unwinding tables need that too."));
        yield return Symbols(byFramePointers);
    }

    private static Profile Record(HuntSession session, Configuration.WorkloadConfig workload, string callGraph)
    {
        var file = Path.Combine(session.Place.Workspace.Root, $"{callGraph}.data");
        var prepared = Runners.For(session).Prepare(workload, session.Baseline);
        session.Tools.Recorder.Record(prepared.Command, file, session.Place.Config.Perf with { CallGraph = callGraph }, session.Tools.Cancellation);
        try
        {
            return new PerfDataReader().Read(file, session.Tools.Cancellation).OrThrow(ExitCode.Precondition, "Record again.");
        }
        finally
        {
            File.Delete(file);
            KeptMaps.Remove(file);
        }
    }

    private static CheckupRow Row(string subject, Profile profile, string remedy)
    {
        var percent = WholePercent(profile);
        var found = FormattableString.Invariant($"{percent:0} % of the stacks reach the program's start, of {profile.Samples} samples{(profile.LostSamples > 0 ? $", {profile.LostSamples} lost" : "")}");
        return percent >= EnoughPercent ? CheckupRow.Good(subject, found) : new(subject, CheckupState.Caution, found, remedy);
    }

    private static double WholePercent(Profile profile)
    {
        if (profile.CallGraph is not { } stacks || profile.Samples == 0)
        {
            return 0;
        }

        var whole = Enumerable.Range(1, stacks.NodeCount - 1).Where(node => stacks.SelfSamples(node) > 0 && IsWhole(stacks.Stack(node))).Sum(stacks.SelfSamples);
        return 100.0 * whole / profile.Samples;
    }

    private static bool IsWhole(System.Collections.Immutable.ImmutableArray<Profiling.CallGraphs.StackFrame> stack) =>
        stack.Any(frame => Roots.Contains(frame.Symbol)) || (stack.Length >= LeastDepth && stack[0].Symbol.Contains("main", StringComparison.OrdinalIgnoreCase));

    private static CheckupRow Symbols(Profile profile)
    {
        var percent = profile.Samples == 0 ? 0 : 100.0 * profile.UnknownSamples / profile.Samples;
        var found = FormattableString.Invariant($"{100 - percent:0} % of the samples are in functions with a name");
        return 100 - percent >= EnoughPercent ? CheckupRow.Good("symbols", found) : new("symbols", CheckupState.Caution, found, "Build with symbols (-g, debug = 1) and do not strip the program.");
    }
}
