using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Processes.Linux;

namespace PerfHunt.Processes;

/// <summary>One run of one command, from the lookup of its program to what it left.</summary>
internal sealed class ChildRun : IDisposable
{
    /// <summary>The variable by which a later hunt finds the processes of a killed one.</summary>
    public const string WorkspaceVariable = "PERFHUNT_WORKSPACE";

    /// <summary>An output stream that grows beyond this ends the child: an unattended loop must not fill the disk.</summary>
    private const long OutputLimitBytes = 1L << 30;

    // Often enough for limits in seconds and for a disk's worth of output, rare enough to cost nothing (about 10 µs each time).
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    // A workload's memory is looked at too, and most programs need the most of it shortly before they end.
    private static readonly TimeSpan WorkloadTick = TimeSpan.FromMilliseconds(20);

    private readonly Command command;
    private readonly TimeProvider clock;
    private readonly IChildObserver? observer;
    private readonly SpawnPlan plan;
    private readonly string marker;
    private readonly int place;
    private readonly ChildFiles files;
    private Child? child;
    private PeakMemory? peak;

    /// <summary>Prepares a run; nothing is started yet.</summary>
    /// <exception cref="ExecutableNotFoundException">There is no such program.</exception>
    public ChildRun(Command command, string? workspace, TimeProvider clock, IChildObserver? observer)
    {
        this.command = command;
        this.clock = clock;
        this.observer = observer;
        var folder = Path.GetFullPath(command.WorkingDirectory ?? Environment.CurrentDirectory);
        if (!Directory.Exists(folder))
        {
            throw new HuntException(ExitCode.Precondition, $"The folder in which `{command.Executable}` is to run does not exist", "Create it.", folder);
        }

        var variables = command.Environment ?? ChildEnvironment.Ours();
        var file = ExecutableLookup.Find(command.Executable, variables.GetValueOrDefault("PATH"), folder);
        files = ChildFiles.For(command);
        (place, marker) = ActiveChildren.TakePlace();
        plan = new SpawnPlan(file, [command.Executable, .. command.Arguments], Environ(variables, workspace), folder, files, command.Cpu);
    }

    /// <summary>The one processor to run on, or null.</summary>
    public int? Cpu => command.Cpu;

    /// <summary>Starts the child on this thread.</summary>
    public void Start() => Affinity.Pinned(
        command.Cpu, () => child = ActiveChildren.Start(() => Child.Start(plan, marker, clock)));

    /// <summary>Waits for the end, within the limits, and sweeps up after it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the tree has been ended.</exception>
    public ProcessOutcome Attend(CancellationToken cancellation)
    {
        var tree = new ProcessTree(child!);
        EndReason reason;
        try
        {
            reason = AwaitEnd(cancellation);
        }
        catch
        {
            Abandon();
            throw;
        }

        var leftovers = tree.End();
        var outcome = Outcome(tree, reason, reason == EndReason.ByItself ? leftovers : 0);
        observer?.Ended(command, outcome);
        return reason == EndReason.Cancelled ? throw new OperationCanceledException(cancellation) : outcome;
    }

    /// <summary>Ends the child because something went wrong on our side: a companion could not be started.</summary>
    public void Abandon()
    {
        new ProcessTree(child!).End();
        _ = child!.Reap();
        ActiveChildren.Remove(child);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        child?.Dispose();
        files.Dispose();
        ActiveChildren.LeavePlace(place);
    }

    private ImmutableArray<string> Environ(ImmutableSortedDictionary<string, string> variables, string? workspace) =>
    [
        .. variables
            .Where(pair => pair.Key is not (Child.RunVariable or WorkspaceVariable))
            .Select(pair => $"{pair.Key}={pair.Value}"),
        marker,
        .. workspace is null ? Enumerable.Empty<string>() : [$"{WorkspaceVariable}={workspace}"],
    ];

    private EndReason AwaitEnd(CancellationToken cancellation)
    {
        peak = new PeakMemory(child!.Pid);
        WaitHandle[] events = cancellation.CanBeCanceled ? [child.Ended, cancellation.WaitHandle] : [child.Ended];
        while (true)
        {
            switch (WaitHandle.WaitAny(events, NextTick()))
            {
                case 0:
                    return EndReason.ByItself;
                case 1:
                    return EndReason.Cancelled;
            }

            if (command.Kind == ChildKind.Workload)
            {
                peak.Look();
            }

            ActiveChildren.NoteOwners();
            if (child.Elapsed >= command.TimeLimit)
            {
                return EndReason.TimeLimit;
            }

            if (files.LargestBytes > OutputLimitBytes)
            {
                return EndReason.OutputLimit;
            }
        }
    }

    private TimeSpan NextTick()
    {
        var tick = command.Kind == ChildKind.Workload ? WorkloadTick : Tick;
        var left = (command.TimeLimit ?? tick) - child!.Elapsed;
        return command.TimeLimit is null || left > tick ? tick : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private ProcessOutcome Outcome(ProcessTree tree, EndReason reason, int leftovers)
    {
        // A child that the kernel does not let end counts as killed; it is no longer ours to wait for.
        const int Killed = LibC.SignalKill;
        var ending = child!.Reap() ?? (Killed, default);
        ActiveChildren.Remove(child);
        int? signal = (ending.Status & 0x7f) is var number and not 0 ? number : null;
        var use = tree.Orphans.Aggregate(ending.Usage.ToUse(child.Elapsed.TotalSeconds), (sum, usage) => sum.Plus(usage.ToUse(0)));
        return new ProcessOutcome(
            command,
            signal is null ? (ending.Status >> 8) & 0xff : 128 + signal.Value,
            signal,
            reason == EndReason.TimeLimit,
            command.Kind == ChildKind.Workload ? use with { PeakMemoryBytes = peak!.Correct(use.PeakMemoryBytes) } : use,
            CapturedText.Read(files.Output, command.OutputCapBytes, command.KeepControls),
            CapturedText.Read(files.Error, command.OutputCapBytes, command.KeepControls),
            leftovers)
        { OutputTooLarge = reason == EndReason.OutputLimit };
    }
}
