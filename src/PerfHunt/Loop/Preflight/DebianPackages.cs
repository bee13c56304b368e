using System.Collections.Immutable;

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
}
