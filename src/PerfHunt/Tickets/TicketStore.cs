using System.Collections.Immutable;
using PerfHunt.Processes;

namespace PerfHunt.Tickets;

/// <summary>Opens the tickets of a repository.</summary>
public static class TicketStore
{
    /// <summary>The store that fits: through tk where it is installed, else the built-in one. Nothing is written yet.</summary>
    /// <param name="repositoryRoot">The hunted repository's root.</param>
    /// <param name="environment">Our environment: <c>TICKETS_DIR</c> is read from it, and the allowed part of it is given to tk.</param>
    /// <param name="processes">Runs tk.</param>
    /// <param name="clock">Gives the times in the tickets of the built-in store.</param>
    /// <param name="random">Chooses the ids of the built-in store; should differ from hunt to hunt.</param>
    public static ITicketStore Open(
        string repositoryRoot, IReadOnlyDictionary<string, string> environment, IProcessRunner processes, TimeProvider clock, Random random)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(repositoryRoot));
        var folder = TicketFolder.Find(root, environment.GetValueOrDefault(TicketFolder.Variable)).Path;
        var forTk = ChildEnvironment.From(environment);
        return TkTicketStore.IsInstalled(processes, forTk)
            ? new TkTicketStore(root, folder, forTk, processes)
            : new FileTicketStore(folder, TicketId.Prefix(Path.GetFileName(root)), clock, random);
    }
}
