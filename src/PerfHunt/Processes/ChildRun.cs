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

    private readonly Command _command;
    private readonly TimeProvider _clock;
    private readonly IChildObserver? _observer;
    private readonly SpawnPlan _plan;
    private readonly string _marker;
    private readonly int _place;
    private readonly ChildFiles _files;
    private Child? _child;
    private PeakMemory? _peak;

    /// <summary>Prepares a run; nothing is started yet.</summary>
    /// <exception cref="ExecutableNotFoundException">There is no such program.</exception>
    public ChildRun(Command command, string? workspace, TimeProvider clock, IChildObserver? observer)
    {
        _command = command;
        _clock = clock;
        _observer = observer;
        var folder = Path.GetFullPath(command.WorkingDirectory ?? Environment.CurrentDirectory);
        if (!Directory.Exists(folder))
        {
            throw new HuntException(ExitCode.Precondition, $"The folder in which `{command.Executable}` is to run does not exist", "Create it.", folder);
        }

        var variables = command.Environment ?? ChildEnvironment.Ours();
        var file = ExecutableLookup.Find(command.Executable, variables.GetValueOrDefault("PATH"), folder);
        _files = ChildFiles.For(command);
        (_place, _marker) = ActiveChildren.TakePlace();
        _plan = new SpawnPlan(file, [command.Executable, .. command.Arguments], Environ(variables, workspace), folder, _files, command.Cpu);
    }

    /// <summary>The one processor to run on, or null.</summary>
    public int? Cpu => _command.Cpu;

    /// <summary>Starts the child on this thread.</summary>
    public void Start() => Affinity.Pinned(
        _command.Cpu, () => _child = ActiveChildren.Start(() => Child.Start(_plan, _marker, _clock)));

    /// <summary>Waits for the end, within the limits, and sweeps up after it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the tree has been ended.</exception>
    public ProcessOutcome Attend(CancellationToken cancellation)
    {
        var tree = new ProcessTree(_child!);
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
        _observer?.Ended(_command, outcome);
        return reason == EndReason.Cancelled ? throw new OperationCanceledException(cancellation) : outcome;
    }

    /// <summary>Ends the child because something went wrong on our side: a companion could not be started.</summary>
    public void Abandon()
    {
        new ProcessTree(_child!).End();
        _ = _child!.Reap();
        ActiveChildren.Remove(_child);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _child?.Dispose();
        _files.Dispose();
        ActiveChildren.LeavePlace(_place);
    }

    private ImmutableArray<string> Environ(ImmutableSortedDictionary<string, string> variables, string? workspace) =>
    [
        .. variables
            .Where(pair => pair.Key is not (Child.RunVariable or WorkspaceVariable))
            .Select(pair => $"{pair.Key}={pair.Value}"),
        _marker,
        .. workspace is null ? Enumerable.Empty<string>() : [$"{WorkspaceVariable}={workspace}"],
    ];

    private EndReason AwaitEnd(CancellationToken cancellation)
    {
        _peak = new PeakMemory(_child!.Pid);
        WaitHandle[] events = cancellation.CanBeCanceled ? [_child.Ended, cancellation.WaitHandle] : [_child.Ended];
        while (true)
        {
            switch (WaitHandle.WaitAny(events, NextTick()))
            {
                case 0:
                    return EndReason.ByItself;
                case 1:
                    return EndReason.Cancelled;
            }

            if (_command.Kind == ChildKind.Workload)
            {
                _peak.Look();
            }

            ActiveChildren.NoteOwners();
            if (_child.Elapsed >= _command.TimeLimit)
            {
                return EndReason.TimeLimit;
            }

            if (_files.LargestBytes > OutputLimitBytes)
            {
                return EndReason.OutputLimit;
            }
        }
    }

    private TimeSpan NextTick()
    {
        var tick = _command.Kind == ChildKind.Workload ? WorkloadTick : Tick;
        var left = (_command.TimeLimit ?? tick) - _child!.Elapsed;
        return _command.TimeLimit is null || left > tick ? tick : left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private ProcessOutcome Outcome(ProcessTree tree, EndReason reason, int leftovers)
    {
        // A child that the kernel does not let end counts as killed; it is no longer ours to wait for.
        const int Killed = LibC.SignalKill;
        var ending = _child!.Reap() ?? (Killed, default);
        ActiveChildren.Remove(_child);
        int? signal = (ending.Status & 0x7f) is var number and not 0 ? number : null;
        var use = tree.Orphans.Aggregate(ending.Usage.ToUse(_child.Elapsed.TotalSeconds), (sum, usage) => sum.Plus(usage.ToUse(0)));
        return new ProcessOutcome(
            _command,
            signal is null ? (ending.Status >> 8) & 0xff : 128 + signal.Value,
            signal,
            reason == EndReason.TimeLimit,
            _command.Kind == ChildKind.Workload ? use with { PeakMemoryBytes = _peak!.Correct(use.PeakMemoryBytes) } : use,
            CapturedText.Read(_files.Output, _command.OutputCapBytes, _command.KeepControls),
            CapturedText.Read(_files.Error, _command.OutputCapBytes, _command.KeepControls),
            leftovers)
        { OutputTooLarge = reason == EndReason.OutputLimit };
    }
}
