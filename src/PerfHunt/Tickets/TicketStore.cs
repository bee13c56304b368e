using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Tickets;

/// <summary>Opens the tickets of a repository.</summary>
public static class TicketStore
{
    /// <summary>The store that is configured: by default through tk where it is installed, else the built-in one. Nothing is written yet.</summary>
    /// <param name="repositoryRoot">The hunted repository's root.</param>
    /// <param name="config">Which store, and in which folder.</param>
    /// <param name="environment">Our environment: <c>TICKETS_DIR</c> is read from it, and the allowed part of it is given to tk.</param>
    /// <param name="processes">Runs tk.</param>
    /// <param name="clock">Gives the times in the tickets of the built-in store.</param>
    /// <param name="random">Chooses the ids of the built-in store; should differ from hunt to hunt.</param>
    /// <exception cref="HuntException">It must go through tk, and tk is not there.</exception>
    public static ITicketStore Open(
        string repositoryRoot, TicketConfig config, IReadOnlyDictionary<string, string> environment, IProcessRunner processes, TimeProvider clock, Random random)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(repositoryRoot));
        var named = environment.GetValueOrDefault(TicketFolder.Variable) is { Length: > 0 } variable ? variable : config.Folder;
        var folder = TicketFolder.Find(root, named).Path;
        var forTk = ChildEnvironment.From(environment);
        if (config.Store != TicketConfig.FilesStore && TkTicketStore.IsInstalled(processes, forTk))
        {
            return new TkTicketStore(root, folder, forTk, processes);
        }

        return config.Store != TicketConfig.TkStore
            ? new FileTicketStore(folder, TicketId.Prefix(Path.GetFileName(root)), clock, random)
            : throw new HuntException(
                ExitCode.Precondition,
                "The configuration says tickets.store \"tk\", and no tk that knows add-note and --external-ref is on PATH",
                "Install tk (github.com/wedow/ticket), or say \"auto\" or \"files\": the same files are written without it.");
    }
}
