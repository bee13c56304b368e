using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.SourceControl;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>
/// Forgets a hunt so that a new one can begin: its state and what it made in the workspace. What was learned and what was achieved stays:
/// journal, tickets and branch. It works without reading the state, so that a damaged one can be got rid of.
/// </summary>
public static class Reset
{
    /// <summary>What would be removed, absolute paths; empty when there is nothing.</summary>
    /// <param name="place">Where the hunt took place, its repository being the root of the work tree.</param>
    public static ImmutableArray<string> Plan(HuntPlace place) =>
        [.. new[] { place.StateFile, place.StateFile + StateStore.BackupSuffix }.Concat(place.Workspace.Made).Where(Path.Exists)];

    /// <summary>Removes what the plan names, the state first: ended in the middle, the same command does the rest.</summary>
    /// <param name="place">Where the hunt took place.</param>
    /// <param name="plan">What to remove.</param>
    /// <param name="processes">For git, which only reads.</param>
    /// <param name="cancellation">Ends git.</param>
    /// <returns>What the branch wants before a new hunt can use it; null when it is in nobody's way.</returns>
    /// <exception cref="HuntException">A hunt is running, or something cannot be removed; exit code 3.</exception>
    public static string? Run(HuntPlace place, ImmutableArray<string> plan, IProcessRunner processes, CancellationToken cancellation)
    {
        using var held = RepositoryLock.Acquire(place.LockFile, TimeProvider.System);
        StaleProcesses.EndAll(place.Workspace.Root);
        var remedy = BranchRemedy(place, processes, cancellation);
        foreach (var path in plan)
        {
            Remove(place.Git(processes), path);
        }

        if (Directory.Exists(place.Workspace.Root) && !Directory.EnumerateFileSystemEntries(place.Workspace.Root).Any())
        {
            Directory.Delete(place.Workspace.Root);
        }

        return remedy;
    }

    private static string? BranchRemedy(HuntPlace place, IProcessRunner processes, CancellationToken cancellation)
    {
        var user = place.Inspect(processes, cancellation);
        var name = place.Config.Branch;
        var branch = new HuntBranch(place.Git(processes), place.Workspace.Layout, user, name, cancellation);
        var rename = Command.Of("git", "-C", user.Root, "branch", "-m", name, "NEW-NAME");
        return branch.Read(cancellation) is { } tip && user.Head is { } head && !branch.IsContained(tip, head, cancellation)
            ? $"The branch {name} holds commits that HEAD has not: before a new hunt merge it, or rename it with `{rename}`."
            : null;
    }

    private static void Remove(Git git, string path)
    {
        try
        {
            git.Remove(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new HuntException(ExitCode.Precondition, $"It cannot be removed: {fault.Message}", "Remove it by hand, then run the same command again.", path, fault);
        }
    }
}
