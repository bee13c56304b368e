using PerfHunt.SourceControl;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>The hunted sources: our own store of them, the two checkouts, the branch that receives the commits.</summary>
/// <param name="Repository">Our own store.</param>
/// <param name="Slots">The two checkouts.</param>
/// <param name="Branch">The branch in the hunted repository.</param>
/// <param name="Rules">What a change may be.</param>
public sealed record HuntSources(HuntRepository Repository, SlotPair Slots, HuntBranch Branch, PatchRules Rules)
{
    /// <summary>Opens them, making what is missing. Call it under the repository's lock.</summary>
    /// <param name="place">Where the hunt takes place.</param>
    /// <param name="tools">What to work with.</param>
    /// <param name="user">The hunted repository.</param>
    /// <param name="hunt">The commits that the hunt started from and has reached.</param>
    /// <param name="keptClone">Name of the clone in which a person works, or null; leftovers of killed hunts are removed.</param>
    public static HuntSources Open(HuntPlace place, HuntTools tools, RepositoryInspection user, HuntRecord hunt, string? keptClone)
    {
        var git = place.Git(tools.Processes);
        var repository = HuntRepository.Open(git, place.Workspace.Layout, user, tools.Cancellation);
        repository.Fetch(hunt.StartCommit, tools.Cancellation);
        if (!repository.Has(hunt.HeadCommit, tools.Cancellation))
        {
            // Made in a store that was deleted with its workspace; the branch in the user's repository has it.
            repository.Fetch(hunt.HeadCommit, tools.Cancellation);
        }

        var slots = new SlotPair(repository, place.Config.Build, hunt.StartCommit);
        slots.Recover();
        DisposableClone.RemoveAll(repository, keptClone);
        return new(
            repository,
            slots,
            BranchOf(place, tools, user),
            new PatchRules(place.Config.Patch, [.. place.OwnPaths, Path.GetRelativePath(place.Repository, place.ConfigFile), .. place.InputPaths]));
    }

    /// <summary>The hunt's branch, before anything of ours exists.</summary>
    public static HuntBranch BranchOf(HuntPlace place, HuntTools tools, RepositoryInspection user) =>
        new(place.Git(tools.Processes), place.Workspace.Layout, user, place.Config.Branch, tools.Cancellation);
}
