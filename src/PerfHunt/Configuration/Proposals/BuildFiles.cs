using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfHunt.Configuration.Proposals;

/// <summary>Reads what can be told from makefiles, CMake's lists and justfiles without running them. Pure; best guesses.</summary>
internal static partial class BuildFiles
{
    private static readonly ImmutableArray<string> Trials = ["test", "bench", "check", "example"];

    /// <summary>
    /// The program that a makefile makes: named in a variable of the usual kind, called as the project, or made for <c>all</c>; null
    /// when it is not plain.
    /// </summary>
    /// <param name="makefile">The makefile's text.</param>
    /// <param name="project">What the project is called.</param>
    public static string? Program(string makefile, string project)
    {
        var named = ProgramPattern.Match(makefile) is { Success: true } variable ? variable : AllPattern.Match(makefile);
        var names = named.Groups["name"].Captures.Select(name => name.Value).ToList();
        return (names.Count > 1 || names is [var only] && !IsProgram(only)) && Recipes(makefile).Contains(project) ? project : names.FirstOrDefault(IsProgram);
    }

    // Libraries, and goals that people call and that are no files, are none.
    private static bool IsProgram(string name) =>
        ConfigPaths.IsBelow(name) && Path.GetExtension(name) is not (".a" or ".so" or ".o")
        && name is not ("all" or "check" or "clean" or "default" or "doc" or "docs" or "install" or "lib" or "libs" or "man" or "shared" or "static" or "test" or "tests");

    /// <summary>The first program that a CMake list makes that is no test; null when there is none.</summary>
    public static string? Executable(string list) => ExecutablePattern.Matches(list)
        .Select(match => match.Groups["name"].Value)
        .FirstOrDefault(name => !Trials.Any(trial => name.Contains(trial, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True when a CMake list gives ctest something to run.</summary>
    public static bool HasTests(string list) => TestingPattern.IsMatch(list);

    /// <summary>True when a makefile sets its compiler flags itself, whatever the environment says.</summary>
    public static bool SetsFlags(string makefile) => FlagsPattern.IsMatch(makefile);

    /// <summary>The targets or recipes of a makefile or justfile.</summary>
    public static ImmutableHashSet<string> Recipes(string text) => [.. RecipePattern.Matches(text).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"^(PROG|PROGRAM|TARGET|BIN|BINARY|EXE|EXECUTABLE)[ \t]*[:?]?=[ \t]*(?<name>[\w./-]+)[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex ProgramPattern { get; }

    [GeneratedRegex(@"^(CFLAGS|CXXFLAGS)[ \t]*:{0,2}=", RegexOptions.Multiline)]
    private static partial Regex FlagsPattern { get; }

    [GeneratedRegex(@"^all[ \t]*:([ \t]+(?<name>[\w./-]+))+", RegexOptions.Multiline)]
    private static partial Regex AllPattern { get; }

    [GeneratedRegex(@"^[ \t]*add_executable[ \t]*\([ \t\r\n]*(?<name>[\w.+-]+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ExecutablePattern { get; }

    [GeneratedRegex(@"^[ \t]*(enable_testing[ \t]*\(|include[ \t]*\([ \t]*CTest[ \t]*\))", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex TestingPattern { get; }

    [GeneratedRegex(@"^@?(?<name>[A-Za-z0-9_-]+)[^\n=:]*:(?!=)", RegexOptions.Multiline)]
    private static partial Regex RecipePattern { get; }
}
