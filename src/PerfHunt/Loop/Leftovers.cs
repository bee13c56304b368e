using PerfHunt.Files;
using PerfHunt.Processes;
using PerfHunt.SourceControl;
using PerfHunt.Tickets;

namespace PerfHunt.Loop;

/// <summary>What a hunt that was killed left behind, apart from its checkouts, which are put right when they are opened.</summary>
public static class Leftovers
{
    /// <summary>Ends its processes and removes its half-written files. Call it under the repository's lock, before anything is started.</summary>
    public static void Remove(HuntPlace place, IProgress<string> progress)
    {
        var ended = StaleProcesses.EndAll(place.Workspace.Root);
        if (ended > 0)
        {
            progress.Report(FormattableString.Invariant($"Ended {ended} {(ended == 1 ? "process" : "processes")} that an earlier hunt had left running."));
        }

        ScratchFolder.RemoveLeftovers(place.Workspace.Layout.Scratch);
        AtomicFile.RemoveLeftovers(place.Workspace.Root, _ => true);

        // In the user's folders only what was to become a file of ours.
        RemoveBeside(place.StateFile);
        RemoveBeside(place.JournalFile);
        AtomicFile.RemoveLeftovers(
            TicketFolder.Find(place.Repository, Environment.GetEnvironmentVariable(TicketFolder.Variable)).Path,
            name => name.EndsWith(".md", StringComparison.Ordinal));
    }

    private static void RemoveBeside(string file) => AtomicFile.RemoveLeftovers(
        Path.GetDirectoryName(file)!, name => name.StartsWith(Path.GetFileName(file), StringComparison.Ordinal));
}
