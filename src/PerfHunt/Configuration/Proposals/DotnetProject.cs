using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfHunt.Configuration.Proposals;

/// <summary>What a C# project file tells without being evaluated. Pure; best guesses.</summary>
/// <param name="File">The file below the repository's root.</param>
/// <param name="AssemblyName">What its assembly is called.</param>
/// <param name="Framework">The last of its target frameworks; null when it is said elsewhere.</param>
/// <param name="IsProgram">True when it makes a program.</param>
/// <param name="IsTest">True when it holds tests or benchmarks.</param>
internal sealed partial record DotnetProject(string File, string AssemblyName, string? Framework, bool IsProgram, bool IsTest)
{
    /// <summary>Its folder below the repository's root.</summary>
    public string Folder => Path.GetDirectoryName(File) is { Length: > 0 } folder ? folder : ".";

    /// <summary>Reads a project file.</summary>
    /// <param name="file">The file below the repository's root.</param>
    /// <param name="text">Its text.</param>
    public static DotnetProject Read(string file, string text)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var assembly = Value(AssemblyPattern, text) is { } given && !given.Contains('$', StringComparison.Ordinal) ? given : name;
        var isTest = TestPattern.IsMatch(text) || name.Contains("Test", StringComparison.OrdinalIgnoreCase) || name.Contains("Benchmark", StringComparison.OrdinalIgnoreCase);
        return new(file, assembly, FrameworkIn(text), ProgramPattern.IsMatch(text), isTest);
    }

    /// <summary>The last target framework that a project file, or a file that projects import, names; null when none.</summary>
    public static string? FrameworkIn(string text) =>
        Value(FrameworkPattern, text)?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(name => !name.Contains('$', StringComparison.Ordinal));

    /// <summary>The namespaces that sources declare, without those that lie in another of them, as prefixes of methods' names.</summary>
    /// <param name="sources">Texts of C# files.</param>
    public static ImmutableArray<string> Prefixes(IEnumerable<string> sources)
    {
        var all = sources.SelectMany(source => NamespacePattern.Matches(source)).Select(match => $"{match.Groups["name"].Value}.").Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. all.Where(prefix => !all.Any(other => other != prefix && prefix.StartsWith(other, StringComparison.Ordinal)))];
    }

    private static string? Value(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Groups["value"].Value.Trim() : null;

    [GeneratedRegex(@"<AssemblyName>(?<value>[^<]+)<")]
    private static partial Regex AssemblyPattern { get; }

    [GeneratedRegex(@"<TargetFrameworks?>(?<value>[^<]+)<")]
    private static partial Regex FrameworkPattern { get; }

    [GeneratedRegex(@"<OutputType>\s*(Win)?Exe\s*<|Sdk=""Microsoft\.NET\.Sdk\.(Web|Worker)[""/]", RegexOptions.IgnoreCase)]
    private static partial Regex ProgramPattern { get; }

    [GeneratedRegex(@"<IsTestProject>\s*true|Include=""(Microsoft\.NET\.Test\.Sdk|TUnit|BenchmarkDotNet|xunit[^""]*|NUnit|MSTest)""|Sdk=""MSTest\.Sdk", RegexOptions.IgnoreCase)]
    private static partial Regex TestPattern { get; }

    [GeneratedRegex(@"^[ \t]*namespace[ \t]+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern { get; }
}
