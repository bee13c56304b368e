using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.SourceControl;

namespace PerfHunt.Loop;

/// <summary>
/// A look at the hunt's own files before and after a foreign program worked: without a sandbox it runs as the user and can write
/// wherever the hunt can. Sizes and times of change (ctime) are compared, which no program can set; contents are not read, so that large
/// build folders cost no time.
/// </summary>
internal sealed class WorkspaceSeal
{
    private const int PathsNamed = 5;
    private const string Format = "%p\t%y%m\t%s\t%C@\t%i\t%l\n";
    private static readonly string[] OfStore = ["config", "info", "refs", "packed-refs", "HEAD"];
    private static readonly string[] OfUser = ["config", "hooks", "info"];
    private readonly HuntSession _session;
    private readonly ImmutableHashSet<string> _own;
    private readonly ImmutableHashSet<string> _users;

    /// <summary>Looks at everything.</summary>
    public WorkspaceSeal(HuntSession session)
    {
        _session = session;
        _own = Look(Measured(session.Place.Workspace));
        _users = Look(UsersGit());
    }

    /// <summary>Looks again.</summary>
    /// <exception cref="HuntException">Something of the hunt's own was changed, which is removed then, to be made anew by the next start; exit code 6.</exception>
    public void Verify()
    {
        if (Changed(_users, Look(UsersGit())) is { Length: > 0 } theirs)
        {
            // It may have been the user: a remote that was added is no reason to end the hunt.
            Tell($"Changed in your repository while the investigator worked, by it or by you: {Names(theirs)}");
        }

        if (Changed(_own, Look(Measured(_session.Place.Workspace))) is { Length: > 0 } ours)
        {
            var what = $"Files of the hunt's own were changed while the investigator worked: {Names(ours)}";
            Tell(what);
            Discard();
            throw new HuntException(
                ExitCode.Tampering,
                what,
                "Look at what the investigator does, or run it with --sandbox=bwrap. What it could have changed was removed and is made anew when the hunt is started again.",
                _session.Place.Workspace.Root);
        }
    }

    private static IEnumerable<string> Measured(Workspace workspace)
    {
        var layout = workspace.Layout;
        return
        [
            .. workspace.Rebuilt,
            .. OfStore.Select(name => Path.Combine(layout.Store, name)),
        ];
    }

    private IEnumerable<string> UsersGit() => OfUser.Select(name => Path.Combine(_session.User.CommonGitFolder, name));

    private ImmutableHashSet<string> Look(IEnumerable<string> paths)
    {
        var output = ScratchFolder.NewOutput(_session.Place.Workspace.Layout.Scratch);
        string[] present = [.. paths.Where(Path.Exists)];
        if (present.Length == 0)
        {
            return [];
        }

        var outcome = _session.Tools.Processes.Run(Command.Of("find", [.. present, "-printf", Format]) with { OutputFolder = output }, _session.Tools.Cancellation);
        try
        {
            return outcome.Succeeded
                ? [.. File.ReadLines(Path.Combine(output, "stdout"))]
                : throw new CommandFailedException(outcome, ExitCode.Precondition, "GNU find must be able to read the workspace.");
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static string[] Changed(ImmutableHashSet<string> before, ImmutableHashSet<string> after) =>
        [.. before.SymmetricExcept(after).Select(line => line.Split('\t')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Names(string[] paths) =>
        string.Join(", ", paths.Take(PathsNamed).Select(path => UntrustedText.Line(path)))
        + (paths.Length > PathsNamed ? FormattableString.Invariant($" and {paths.Length - PathsNamed} more") : "");

    private void Tell(string what)
    {
        _session.Say(what);
        TicketLog.Note(_session, what);
    }

    // An empty store is one that is made anew; its folder says that the workspace is a hunt's.
    private void Discard()
    {
        var workspace = _session.Place.Workspace;
        var git = _session.Place.Git(_session.Tools.Processes);
        foreach (var path in workspace.Rebuilt.Append(workspace.Layout.Store))
        {
            git.Remove(path);
        }

        Directory.CreateDirectory(workspace.Layout.Store);
    }
}
