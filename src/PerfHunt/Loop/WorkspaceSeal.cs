using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.SourceControl;

namespace PerfHunt.Loop;

/// <summary>
/// A look at the hunt's own files before and after a foreign program worked: without a sandbox it runs as the user and can write
/// wherever the hunt can. And a look at what it may have left elsewhere for later, which is only told. Sizes and times of change (ctime)
/// are compared, which no program can set; contents are not read, so that large build folders cost no time.
/// </summary>
internal sealed class WorkspaceSeal
{
    private const string Format = "%p\t%y%m\t%s\t%C@\t%i\t%l\n";
    private static readonly string[] OfStore = ["config", "info", "refs", "packed-refs", "HEAD"];
    private static readonly string[] OfUser = ["config", "hooks", "info", "HEAD", "refs", "packed-refs"];

    // What git, build tools and shells read by themselves, and what starts something later. Nobody can name all of it.
    private static readonly string[] OfHome =
    [
        ".gitconfig", ".config/git", ".cargo/config", ".cargo/config.toml", ".bashrc", ".bash_profile", ".profile", ".zshrc", ".zshenv",
        ".ssh/authorized_keys", ".config/systemd/user",
    ];

    private static readonly string[] OfSystem = ["/etc/ld.so.preload", "/var/spool/cron", "/etc/crontab", "/etc/cron.d"];
    private readonly HuntSession _session;
    private readonly ImmutableHashSet<string> _own;
    private readonly ImmutableHashSet<string> _users;

    /// <summary>Looks at everything.</summary>
    public WorkspaceSeal(HuntSession session)
    {
        _session = session;
        _own = Own();
        _users = Users();
    }

    /// <summary>Looks again.</summary>
    /// <exception cref="HuntException">
    /// Something of the hunt's own was changed, exit code 6. What can be made again is removed, to be made by the next start; the state is written anew.
    /// </exception>
    public void Verify()
    {
        if (Changed(_users, Users()) is { Length: > 0 } theirs)
        {
            // It may have been the user: a remote or a program that was added is no reason to end the hunt.
            Tell($"Changed outside of its clone while the investigator worked, by it or by you: {UntrustedText.Names(theirs)}");
        }

        if (Changed(_own, Own()) is { Length: > 0 } ours)
        {
            var what = $"Files of the hunt's own were changed while the investigator worked: {UntrustedText.Names(ours)}";
            Discard();
            _session.Save(_session.State);
            Tell(what);
            throw new HuntException(
                ExitCode.Tampering,
                what,
                "Look at what the investigator does, or run it with --sandbox=bwrap. What it could have changed was removed and is made anew when the hunt is started again; PerfHunt itself, where it is named, must be installed anew.",
                _session.Place.Workspace.Root);
        }
    }

    private ImmutableHashSet<string> Own()
    {
        var workspace = _session.Place.Workspace;
        return Look(
            isAllNeeded: true,
            [
                .. workspace.Rebuilt,
                .. OfStore.Select(name => Path.Combine(workspace.Layout.Store, name)),
                _session.Stores.State.StatePath, _session.Stores.State.BackupPath,
                AppContext.BaseDirectory,
            ]);
    }

    // Programs of the search path by name and time; what lies deeper is no program.
    private ImmutableHashSet<string> Users()
    {
        var home = Environment.GetEnvironmentVariable("HOME") ?? "";
        var search = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        var files = Look(
            isAllNeeded: false,
            [
                .. OfUser.Select(name => Path.Combine(_session.User.CommonGitFolder, name)), _session.Place.ConfigFile,
                .. OfHome.Select(name => Path.Combine(home, name)), .. OfSystem,
            ]);
        return files.Union(Look(isAllNeeded: false, search.Select(Path.GetFullPath), "-maxdepth", "1", "!", "-type", "d"));
    }

    // A line for each file; what cannot be read is passed over, or ends the hunt.
    private ImmutableHashSet<string> Look(bool isAllNeeded, IEnumerable<string> paths, params string[] conditions)
    {
        string[] present = [.. paths.Where(Path.Exists)];
        if (present.Length == 0)
        {
            return [];
        }

        var output = ScratchFolder.NewOutput(_session.Place.Workspace.Layout.Scratch);
        var command = Command.Of("find", [.. present, .. conditions, "-printf", Format]) with { OutputFolder = output };
        try
        {
            var outcome = _session.Tools.Processes.Run(command, _session.Tools.Cancellation);
            return outcome.Succeeded || !isAllNeeded
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
