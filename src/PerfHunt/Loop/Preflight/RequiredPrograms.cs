using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Loop.Preflight;

/// <summary>Finds the programs that a hunt needs and this machine lacks.</summary>
public static class RequiredPrograms
{
    /// <summary>What every hunt takes.</summary>
    public static IReadOnlyList<string> Always { get; } = ["git", "perf"];

    /// <summary>One finding a missing program.</summary>
    /// <param name="config">The configuration, whose commands name programs.</param>
    /// <param name="own">The programs that we call ourselves.</param>
    public static IEnumerable<Finding> Missing(HuntConfig config, params IEnumerable<string> own) =>
        from program in Names(config, own)
        where !ExecutableLookup.IsOnPath(program)
        let package = DebianPackages.Of(program)
        select package is null
            ? new Finding($"The program '{program}' is not installed", "Install it so that it is on PATH, or correct the command in the configuration.") { Program = program }
            : new Finding($"The program '{program}' is not installed", $"Run `{DebianPackages.InstallText([package])}`, or start the hunt with --install-prerequisites.")
            {
                Program = program,
                Packages = [package],
            };

    /// <summary>The programs that measuring a metric takes: <c>perf</c> or <c>valgrind</c>; none for times.</summary>
    public static IEnumerable<string> Measuring(string? metric) => metric switch
    {
        "callgrind" => ["valgrind"],
        "instructions" => ["perf"],
        _ => [],
    };

    /// <summary>Makes sure that git is there, without which not even the repository can be looked at.</summary>
    /// <param name="install">Installs packages; null to leave that to the caller.</param>
    /// <exception cref="HuntException">It is missing.</exception>
    public static void RequireGit(Action<IEnumerable<string>>? install = null)
    {
        if (!ExecutableLookup.IsOnPath("git"))
        {
            install?.Invoke(["git"]);
        }

        if (!ExecutableLookup.IsOnPath("git"))
        {
            throw new HuntException(
                ExitCode.Precondition, "The program 'git' is not installed", $"Run `{DebianPackages.InstallText(["git"])}`, then start again, or start with --install-prerequisites.");
        }
    }

    /// <summary>The programs that we call ourselves and those that the configuration's commands name, each once.</summary>
    /// <remarks>Only bare names: a path is something that the project builds itself.</remarks>
    public static IEnumerable<string> Names(HuntConfig config, params IEnumerable<string> own) => own
        .Concat(Lines(config).Select(line => line.Words[0])
            .Where(word => !word.Contains('/', StringComparison.Ordinal) && !word.Contains('{', StringComparison.Ordinal)))
        .Distinct(StringComparer.Ordinal);

    private static ImmutableArray<CommandLine> Lines(HuntConfig config) =>
        [.. config.Check, .. config.Build.Commands, .. config.Gate, .. config.Generator?.Build ?? []];
}
