using System.Text.RegularExpressions;
using PerfHunt.Investigation;

namespace PerfHunt.Loop;

/// <summary>Finds the source of a managed method by its name: nothing tells at which line compiled methods stand. A best guess.</summary>
public static partial class ManagedSource
{
    // A source of this size was made by a program.
    private const long LargestBytes = 4 << 20;
    private const int Depth = 16;
    private static readonly string[] Made = ["bin", "obj"];
    private static readonly string[] Calls = ["return", "await", "new", "throw", "else", "in", "yield", "case"];

    /// <summary>The source; null when it is not found, or the name is none of a method.</summary>
    /// <param name="root">The tree, absolute.</param>
    /// <param name="folder">The folder below it where the method's part lies.</param>
    /// <param name="function">The method as profiles name it, <c>Space.Type::Method(int32)</c>.</param>
    public static SourceExcerpt? Find(string root, string folder, string function)
    {
        var place = Path.Combine(root, folder);
        if (NamePattern.Match(function) is not { Success: true } name || !Directory.Exists(place))
        {
            return null;
        }

        var files = new DirectoryInfo(place)
            .EnumerateFiles("*.cs", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(file => file is { LinkTarget: null, Length: <= LargestBytes } && !Path.GetRelativePath(place, file.FullName).Split('/').Any(Made.Contains))
            .OrderBy(file => file.FullName, StringComparer.Ordinal);
        return files.Select(file => Cut(Path.GetRelativePath(root, file.FullName), File.ReadAllText(file.FullName), name)).FirstOrDefault(found => found is not null);
    }

    private static SourceExcerpt? Cut(string file, string text, Match name) =>
        LineOf(text, name.Groups["type"].Value, name.Groups["method"].Value) is { } line ? SourceExcerpt.Cut(file, text, line) : null;

    /// <summary>The one-based line that declares a method in a text that declares its type; null when there is none. Pure.</summary>
    public static int? LineOf(string text, string type, string method)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => TypePattern.Match(line) is { Success: true } declared && declared.Groups["type"].Value == type);
        for (var at = Math.Max(start, 0); start >= 0 && at < lines.Length; at++)
        {
            if (MethodPattern.Match(lines[at]) is { Success: true } declared && declared.Groups["method"].Value == method && !Calls.Contains(declared.Groups["first"].Value))
            {
                return at + 1;
            }
        }

        return null;
    }

    // Of nested and generic types the plain name; of local functions theirs, of lambdas that of the method around them.
    [GeneratedRegex(@"(?<type>\w+)(`\d+)?(\[[^:]*\])?(\+<[^:]*)?::(<+[^:(]*?>g__(?<method>\w+)\||<(?<method>\w+)>|(?<method>\w+)[\[(])")]
    private static partial Regex NamePattern { get; }

    [GeneratedRegex(@"\b(class|struct|record|interface)[ \t]+(?!(class|struct)\b)(?<type>\w+)")]
    private static partial Regex TypePattern { get; }

    [GeneratedRegex(@"^[ \t]*(?<first>\w+)[^=;(""/]*[ \t]([\w.<>]+\.)?(?<method>\w+)[ \t]*(<[^()]*>)?[ \t]*\(")]
    private static partial Regex MethodPattern { get; }
}
