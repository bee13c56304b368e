using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.State;
using PerfHunt.Tickets;
using PerfHunt.Verification.Trends;

namespace PerfHunt.Loop;

/// <summary>Takes hold of a hunt.</summary>
public static class SessionOpening
{
    /// <summary>Opens the hunt at a place: takes its lock, ends what a killed one left running, reads its state.</summary>
    /// <exception cref="HuntException">Another hunt holds the lock, there is no repository, or the state cannot be read.</exception>
    public static HuntSession Open(HuntPlace place, HuntOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        place.Workspace.RequireOurs(place.AtRoot().Repository);
        var tools = Tools(place, progress, cancellation);
        var user = place.Inspect(tools.Processes, cancellation);
        var rooted = place with { Repository = user.Root };
        var held = RepositoryLock.Acquire(rooted.LockFile, tools.Clock);
        RepositoryLock? workspace = null;
        try
        {
            workspace = RepositoryLock.Acquire(rooted.Workspace.LockFile, tools.Clock);
            Leftovers.Remove(rooted, progress);
            return new HuntSession(rooted, options, tools, Stores(rooted, options, tools), user, [workspace, held]);
        }
        catch
        {
            workspace?.Dispose();
            held.Dispose();
            throw;
        }
    }

    private static HuntTools Tools(HuntPlace place, IProgress<string> progress, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var timeline = new Timeline(clock);
        return new HuntTools(new ProcessRunner(clock, timeline) { Workspace = place.Workspace.Root }, clock, progress, timeline, cancellation);
    }

    private static HuntStores Stores(HuntPlace place, HuntOptions options, HuntTools tools) => new(
        new StateStore(place.StateFile),
        new Journal(place.JournalFile),
        TicketStore.Open(place.Repository, place.Config.Tickets, ChildEnvironment.Ours(), tools.Processes, tools.Clock, new Random(unchecked((int)tools.Clock.GetUtcNow().Ticks))),
        new HistoryFile(options.HistoryFile is { } history ? Path.GetFullPath(history) : place.HistoryFile));
}
