using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>
/// Takes the change out of an investigator's clone: the difference between its work tree and the base commit. New files that the base
/// commit's ignore rules cover are dropped and listed: builds leave such files, and the slot where the change is measured will not have
/// them. Ignore rules that the change itself adds hide nothing.
/// </summary>
/// <param name="repository">The store, with the base commit.</param>
/// <param name="rules">What a change may be.</param>
/// <param name="keptFolders">The configured folders of build output, relative to the root; new files there are not looked at.</param>
public sealed class PatchIntake(HuntRepository repository, PatchRules rules, ImmutableArray<string> keptFolders)
{
    /// <summary>Reads a clone. Nothing in its git folder is read or run.</summary>
    /// <param name="cloneFolder">The clone's folder.</param>
    /// <param name="baseCommit">The commit that it started from.</param>
    /// <param name="patchFile">Where to write the patch.</param>
    /// <param name="cancellation">Ends git.</param>
    public Intake Take(string cloneFolder, string baseCommit, string patchFile, CancellationToken cancellation)
    {
        if (!Directory.Exists(cloneFolder))
        {
            return new(null, [], [], new(Refusal.Unreadable, "The clone's folder is gone."));
        }

        if (new DirectoryInfo(cloneFolder).LinkTarget is not null)
        {
            return new(null, [], [], new(Refusal.Unreadable, "The clone's folder was replaced by a link."));
        }

        // Most changes are refused or thrown away, and the store would keep the files of all of them.
        var objects = repository.TemporaryIndex();
        try
        {
            return Take(repository.Quarantined(objects), Path.GetFullPath(cloneFolder), baseCommit, patchFile, cancellation);
        }
        finally
        {
            repository.Remove(objects);
        }
    }

    private Intake Take(HuntRepository quarantine, string workTree, string baseCommit, string patchFile, CancellationToken cancellation)
    {
        var baseTree = quarantine.TreeOf(baseCommit, cancellation);
        var state = new WorkTreeReader(quarantine, workTree, baseTree, keptFolders).Read(cancellation);
        if (state.Tree is null)
        {
            return new(null, [], state.Dropped, state.Objection);
        }

        var files = quarantine.Changes(baseTree, state.Tree, cancellation);
        if (files.Length > 0)
        {
            quarantine.WritePatch(baseTree, state.Tree, patchFile, cancellation);
        }

        return new(files.Length > 0 ? Path.GetFullPath(patchFile) : null, files, state.Dropped, rules.Check(files));
    }
}
