using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Processes;
using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

/// <summary>A user's repository and a hunt's workspace, both in a temporary folder, with the real git.</summary>
internal sealed class GitSandbox : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ProcessRunner _runner = new(TimeProvider.System);

    /// <summary>A repository with a few sources, committed, on branch main.</summary>
    public GitSandbox()
    {
        Directory.CreateDirectory(User);
        Layout = new(_folder.File("workspace"));
        Git = new(_runner, Layout.Scratch);
        UserGit("init", "--quiet", "--initial-branch=main");
        Write("src/a.c", "int a;\n");
        Write("src/b.c", "int b;\n");
        Write("tests/t.sh", "exit 0\n");
        Write(".gitignore", "build/\n*.o\n");
        CommitAll("start");
    }

    public string Root => _folder.Path;

    public string User => _folder.File("user");

    public string Canary => _folder.File("canary-ran");

    public WorkspaceLayout Layout { get; }

    public Git Git { get; }

    public string Head => UserGit("rev-parse", "HEAD").Trim();

    public static PatchConfig Config { get; } = new() { Allow = ["src/**", "tests/**", "lib/**"], Protect = ["tests/**"] };

    /// <summary>git as people use it: configuration, hooks and filters of the repository in force.</summary>
    public string UserGit(params string[] arguments) => GitIn(User, arguments);

    public string GitIn(string where, params string[] arguments)
    {
        var outcome = TryGitIn(where, arguments);
        return outcome.Succeeded ? outcome.StandardOutput
            : throw new InvalidOperationException($"{outcome.Command}: {outcome.StandardError}");
    }

    public ProcessOutcome TryGitIn(string where, params string[] arguments) => _runner.Run(Command.Of(
        "git",
        ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "protocol.file.allow=always", .. arguments]) with
    {
        WorkingDirectory = where,
        Environment = ChildEnvironment.FromOurs().SetItem("GIT_CONFIG_GLOBAL", "/dev/null").SetItem("GIT_CONFIG_NOSYSTEM", "1"),
    });

    public void Shell(string where, string script)
    {
        var outcome = _runner.Run(Command.Of("/bin/sh", "-c", script) with { WorkingDirectory = where });
        Assert.That(outcome.Succeeded, Is.True, outcome.StandardError);
    }

    public void Write(string path, string text) => WriteIn(User, path, text);

    public static void WriteIn(string where, string path, string text)
    {
        var file = Path.Combine(where, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public string CommitAll(string message)
    {
        UserGit("add", "--all");
        UserGit("commit", "--quiet", "--message", message);
        return Head;
    }

    /// <summary>A program that leaves a trace when anybody runs it.</summary>
    public string PlantedProgram()
    {
        var file = _folder.File("planted");
        File.WriteAllText(file, $"#!/bin/sh\necho \"$0 $*\" >> '{Canary}'\ncat\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }

    /// <summary>Everything in a repository's configuration and git folder that could make git run the program.</summary>
    public void Plant(string gitFolder)
    {
        var program = PlantedProgram();
        var config = Path.Combine(gitFolder, "config");
        File.AppendAllText(
            config,
            $"""

            [core]
                fsmonitor = {program}
                hooksPath = {gitFolder}/hooks
                sshCommand = {program}
                editor = {program}
                pager = {program}
                alternateRefsCommand = {program}
                attributesFile = {gitFolder}/planted-attributes
            [diff]
                external = {program}
            [diff "evil"]
                textconv = {program}
                command = {program}
            [filter "evil"]
                clean = {program}
                smudge = {program}
                required = true
            [credential]
                helper = !{program}
            [uploadpack]
                packObjectsHook = {program}
            [gpg]
                program = {program}
            [commit]
                gpgSign = true

            """);
        File.WriteAllText(Path.Combine(gitFolder, "planted-attributes"), "* filter=evil diff=evil\n");
        Directory.CreateDirectory(Path.Combine(gitFolder, "info"));
        File.WriteAllText(Path.Combine(gitFolder, "info", "attributes"), "* filter=evil diff=evil\n");
        PlantHooks(Path.Combine(gitFolder, "hooks"), program);
    }

    public RepositoryInspection Inspect(params string[] ownPaths) => new RepositoryInspector(Git).Inspect(User, [.. ownPaths], default);

    public HuntRepository Open() => HuntRepository.Open(Git, Layout, Inspect(), default);

    public static PatchRules Rules(int maxFiles = 15) => new(Config with { MaxFiles = maxFiles });

    public Intake Take(HuntRepository repository, DisposableClone clone, int maxFiles = 15) =>
        new PatchIntake(repository, Rules(maxFiles), ["build"]).Take(clone.Folder, Head, _folder.File("taken.patch"), default);

    public static ImmutableSortedDictionary<string, string> Snapshot(string where) => Directory
        .EnumerateFiles(where, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .ToImmutableSortedDictionary(path => Path.GetRelativePath(where, path), path => Convert.ToHexString(File.ReadAllBytes(path)), StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    private static void PlantHooks(string hooks, string program)
    {
        Directory.CreateDirectory(hooks);
        foreach (var hook in new[] { "post-checkout", "pre-commit", "post-commit", "reference-transaction", "post-index-change", "pre-auto-gc", "update", "pre-receive", "post-update" })
        {
            File.Copy(program, Path.Combine(hooks, hook), overwrite: true);
        }
    }
}
