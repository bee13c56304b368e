using System.Collections.Immutable;
using PerfHunt.Processes.Linux;

namespace PerfHunt.Processes;

/// <summary>
/// Runs children contained: each in a session of its own, with files for its streams, and with us as the reaper of its orphans, so
/// that whatever it leaves behind is found, ended and accounted. Linux only. Safe to use from several threads.
/// </summary>
/// <param name="clock">For elapsed times and limits; only its monotonic side is used.</param>
/// <param name="observer">Is told of every child that ended; null for nobody.</param>
public sealed class ProcessRunner(TimeProvider clock, IChildObserver? observer = null) : IProcessRunner
{
    /// <summary>
    /// The folder of the hunt's workspace, which goes into every child's environment so that a later hunt finds what a killed
    /// one left (<see cref="StaleProcesses"/>); null for none.
    /// </summary>
    public string? Workspace { get; init; }

    /// <inheritdoc/>
    public ProcessOutcome Run(Command command, CancellationToken cancellation = default)
    {
        using var run = new ChildRun(command, Workspace, clock, observer);
        StartAll([run], cancellation);
        return run.Attend(cancellation);
    }

    /// <inheritdoc/>
    public (ProcessOutcome First, ProcessOutcome Second) RunTogether(Command first, Command second, CancellationToken cancellation = default)
    {
        using var leader = new ChildRun(first, Workspace, clock, observer);
        using var follower = new ChildRun(second, Workspace, clock, observer);
        StartAll([leader, follower], cancellation);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var other = Task.Factory.StartNew(
            () => follower.Attend(failed.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            var outcome = leader.Attend(cancellation);
            return (outcome, other.GetAwaiter().GetResult());
        }
        catch
        {
            failed.Cancel();
            ((IAsyncResult)other).AsyncWaitHandle.WaitOne();
            throw;
        }
    }

    private static void StartAll(ImmutableArray<ChildRun> runs, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (runs.All(run => run.Cpu is null))
        {
            Start();
        }
        else
        {
            Affinity.OnOwnThread(Start);
        }

        void Start()
        {
            var started = 0;
            try
            {
                for (; started < runs.Length; started++)
                {
                    runs[started].Start();
                }
            }
            catch (Exception) when (started > 0)
            {
                runs[0].Abandon();
                throw;
            }
        }
    }
}
