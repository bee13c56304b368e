using PerfHunt.Configuration;
using PerfHunt.Files;
using PerfHunt.Processes;

namespace PerfHunt.Workloads;

/// <summary>
/// Runs workloads so that one run is as good as another: fresh and empty HOME, TMPDIR and working folder, an environment of the
/// same size, paths of the same length.
/// </summary>
/// <param name="processes">Runs the program.</param>
/// <param name="run">How a workload is run.</param>
/// <param name="suite">Where the workloads lie.</param>
/// <param name="runsFolder">Absolute path of a folder that is ours alone, for the folders of the runs.</param>
public sealed class WorkloadRunner(IProcessRunner processes, RunConfig run, Suite suite, string runsFolder)
{
    /// <summary>Makes outputs comparable, by the configuration's patterns.</summary>
    public OutputCanonicalizer Canonicalizer { get; } = new(run.IgnoreOutput);

    /// <summary>Runs a workload alone.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="program">The program.</param>
    /// <param name="cpu">The processor to run on, or null for any.</param>
    /// <param name="cancellation">Ends the run.</param>
    public WorkloadRun Run(WorkloadConfig workload, ProgramUnderTest program, int? cpu = null, CancellationToken cancellation = default) =>
        Run(workload, program, Side.First, cpu, cancellation);

    /// <summary>Runs a workload alone in the folders of one side, so that the output of a run on the other side stays.</summary>
    public WorkloadRun Run(
        WorkloadConfig workload, ProgramUnderTest program, Side side, int? cpu = null, CancellationToken cancellation = default)
    {
        var prepared = Prepare(workload, program, side, cpu);
        return Conclude(prepared, processes.Run(prepared.Command, cancellation));
    }

    /// <summary>Runs a workload on two programs at the same time on the same processor, the first one started first.</summary>
    /// <exception cref="ArgumentException">The paths of the programs are of different lengths, which could favour one of them.</exception>
    public (WorkloadRun First, WorkloadRun Second) RunDuet(
        WorkloadConfig workload, ProgramUnderTest first, ProgramUnderTest second, int? cpu, CancellationToken cancellation = default)
    {
        if (first.Tree.Length != second.Tree.Length || first.Binary.Length != second.Binary.Length)
        {
            throw new ArgumentException($"The paths {first.Binary} and {second.Binary} differ in length; they lie on a program's stack and move its data.", nameof(second));
        }

        var one = Prepare(workload, first, Side.First, cpu);
        var other = Prepare(workload, second, Side.Second, cpu);
        var (oneEnded, otherEnded) = processes.RunTogether(ForTwo(one.Command), ForTwo(other.Command), cancellation);
        return (Conclude(one, oneEnded), Conclude(other, otherEnded));
    }

    /// <summary>Makes the fresh folders of a run and its command.</summary>
    public PreparedRun Prepare(WorkloadConfig workload, ProgramUnderTest program, Side side = Side.First, int? cpu = null)
    {
        var place = Path.Combine(runsFolder, side == Side.First ? "1" : "2");
        var (home, temporary, work, output) = (Path.Combine(place, "home"), Path.Combine(place, "tmp"), Path.Combine(place, "work"), Path.Combine(place, "out"));
        FreshFolder.Remove(place);
        foreach (var folder in (string[])[home, temporary, work, output])
        {
            Directory.CreateDirectory(folder);
        }

        var input = suite.FolderOf(workload);
        var words = run.WordsFor(workload, program.Binary, input, program.Tree);
        // .NET writes maps of compiled methods to /tmp, whatever TMPDIR says; its variable for another folder does nothing elsewhere.
        var command = Command.Of(words[0], words[1..]) with
        {
            Kind = ChildKind.Workload,
            WorkingDirectory = work,
            Environment = ChildEnvironment.FromOurs()
                .SetItem("HOME", home).SetItem("TMPDIR", temporary).SetItem("DOTNET_PerfMapJitDumpPath", temporary).SetItem("TZ", "UTC").SetItems(run.Environment),
            TimeLimit = TimeSpan.FromSeconds(run.TimeLimitSeconds),
            Cpu = cpu,
            OutputFolder = output,
        };
        return new PreparedRun(
            workload, command, [new(program.Tree, "{tree}"), new(input, "{workload}"), new(place, "{run}"), new(program.Binary, "{binary}")]);
    }

    /// <summary>What came of a prepared run that was run.</summary>
    public WorkloadRun Conclude(PreparedRun prepared, ProcessOutcome outcome) => new(
        prepared.Workload.Name,
        outcome.ExitCode,
        outcome.TimedOut,
        Canonicalizer.Hash(prepared.Command.OutputFolder!, prepared.Placeholders),
        outcome.Use,
        prepared.Command.OutputFolder!)
    {
        Signal = outcome.Signal,
        OutputTooLarge = outcome.OutputTooLarge,
        LeftoverProcesses = outcome.LeftoverProcesses,
        Placeholders = prepared.Placeholders,
    };

    // Two on one processor take twice as long.
    private static Command ForTwo(Command command) => command with { TimeLimit = command.TimeLimit * 2 };
}
