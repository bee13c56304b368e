using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Processes;

namespace PerfHunt.Investigation;

/// <summary>
/// Puts an agent into a sandbox of bubblewrap (bwrap(1)): the system read-only, home folder, temporary folder and workspace out of sight,
/// its clone and scratch folder writable, no network unless allowed, and nothing of it outlives us. Pure.
/// </summary>
/// <param name="Home">The user's home folder, hidden.</param>
/// <param name="Workspace">The hunt's workspace, hidden but for what the agent needs.</param>
/// <param name="Recordings">The recordings that the dossier names, readable.</param>
public sealed record Bubblewrap(string Home, string Workspace, string Recordings)
{
    /// <summary>The program.</summary>
    public const string Program = "bwrap";

    /// <summary>Files outside of both that would tell what the agent must not know; each is empty inside.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>A command that succeeds where sandboxes can be made.</summary>
    public static Command Probe { get; } =
        Command.Of(Program, "--unshare-all", "--die-with-parent", "--cap-drop", "ALL", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "true");

    /// <summary>The command inside a sandbox.</summary>
    public Command Enclose(Command command, InvestigationRequest request, InvestigatorConfig config)
    {
        var folder = request.Folder;
        ImmutableArray<string> words =
        [
            "--unshare-all", "--die-with-parent", "--new-session",

            // bwrap leaves root all its capabilities, with which an agent could undo every mount from inside.
            "--cap-drop", "ALL",
            .. config.Network ? ["--share-net"] : ImmutableArray<string>.Empty,
            "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp",

            // Sockets of services can be spoken to also on a read-only file system; with a network the resolver's file lies here.
            .. config.Network ? ImmutableArray<string>.Empty : ["--tmpfs", "/run"],
            "--tmpfs", Home, "--tmpfs", Workspace,
            .. config.Readable.SelectMany(path => new[] { "--ro-bind-try", Expanded(path), Expanded(path) }),
            .. Secrets.SelectMany(path => new[] { "--ro-bind", "/dev/null", path }),
            .. Path.IsPathRooted(command.Executable) ? ["--ro-bind", command.Executable, command.Executable] : ImmutableArray<string>.Empty,
            "--ro-bind-try", Recordings, Recordings,
            "--ro-bind", request.DossierPath, request.DossierPath,
            "--ro-bind", folder.Programs, folder.Programs,
            "--bind", folder.Scratch, folder.Scratch,
            "--bind", request.Tree, request.Tree,
            "--chdir", request.Tree,
            "--", command.Executable, .. command.Arguments,
        ];
        return command with { Executable = Program, Arguments = words };
    }

    private string Expanded(string path) => path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(Home, path[2..]) : path;
}
