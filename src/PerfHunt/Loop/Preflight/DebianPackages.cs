using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Loop.Preflight;

/// <summary>Which Debian package brings a program, for the programs that native projects are usually built with.</summary>
public static class DebianPackages
{
    private static readonly ImmutableDictionary<string, string> ByProgram = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["perf"] = "linux-perf",
        ["git"] = "git",
        ["cargo"] = "cargo",
        ["rustc"] = "rustc",
        ["make"] = "make",
        ["cmake"] = "cmake",
        ["ninja"] = "ninja-build",
        ["meson"] = "meson",
        ["cc"] = "build-essential",
        ["gcc"] = "build-essential",
        ["g++"] = "build-essential",
        ["clang"] = "clang",
        ["valgrind"] = "valgrind",
        ["bwrap"] = "bubblewrap",
        ["python3"] = "python3",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The package, or null when we know of none.</summary>
    public static string? Of(string program) => ByProgram.GetValueOrDefault(program);

    /// <summary>The commands that install packages, as argument arrays.</summary>
    public static ImmutableArray<ImmutableArray<string>> InstallCommands(IEnumerable<string> packages) =>
    [
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", .. packages],
    ];

    /// <summary>The same as a person would type it.</summary>
    public static string InstallText(IEnumerable<string> packages) =>
        string.Join(" && ", InstallCommands(packages).Select(command => string.Join(' ', command)));

    /// <summary>Installs packages.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="processes">Runs the commands.</param>
    /// <param name="say">Told each command before it runs.</param>
    /// <param name="cancellation">Ends them.</param>
    /// <exception cref="CommandFailedException">One of the commands failed.</exception>
    public static void Install(IEnumerable<string> packages, IProcessRunner processes, Action<string> say, CancellationToken cancellation)
    {
        foreach (var words in InstallCommands(packages))
        {
            say($"Running {string.Join(' ', words)}.");
            var outcome = processes.Run(new Command(words[0], words[1..]), cancellation);
            if (!outcome.Succeeded)
            {
                throw new CommandFailedException(outcome, ExitCode.Precondition, "Run it as root, or install the packages by hand.");
            }
        }
    }
}
