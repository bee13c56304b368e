using PerfHunt.Configuration;

namespace PerfHunt.Loop;

/// <summary>Reads source lines by the paths that debug information names.</summary>
/// <param name="roots">Folders of the sources as the compiler saw them, each with where they lie now.</param>
public sealed class SourceTexts(params (string Seen, string Lies)[] roots)
{
    // A source of this size was made by a program, and nobody reads its lines.
    private const long LargestBytes = 16 << 20;

    private readonly Dictionary<string, string[]> _known = new(StringComparer.Ordinal);

    /// <summary>A line, or null when there is no such file or line.</summary>
    /// <param name="file">Path as the compiler wrote it.</param>
    /// <param name="line">One-based line.</param>
    public string? Line(string file, int line)
    {
        if (!_known.TryGetValue(file, out var lines))
        {
            _known.Add(file, lines = Read(file));
        }

        return line >= 1 && line <= lines.Length ? lines[line - 1] : null;
    }

    /// <summary>A path of one of the roots relative to it, one of Rust's library without the compiler's revision, else the path itself.</summary>
    public string Relative(string file) => roots
        .Where(root => file.StartsWith(root.Seen + "/", StringComparison.Ordinal))
        .Select(root => file[(root.Seen.Length + 1)..])
        .FirstOrDefault() ?? WithoutRevision(file);

    // /rustc/REVISION/library/...: no such folder exists, the compiler's own sources are named so.
    private static string WithoutRevision(string file) =>
        file.StartsWith("/rustc/", StringComparison.Ordinal) && file.Split('/', 4) is [_, _, _, var rest] ? rest : file;

    private string[] Read(string file)
    {
        var relative = Relative(file);
        var candidates = roots.Where(_ => !Path.IsPathRooted(relative) && ConfigPaths.IsBelow(relative)).Select(root => Path.Combine(root.Lies, relative)).Append(file);
        var found = candidates.FirstOrDefault(path => Path.IsPathRooted(path) && new FileInfo(path) is { Exists: true, LinkTarget: null, Length: <= LargestBytes });
        try
        {
            return found is null ? [] : File.ReadAllLines(found);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
