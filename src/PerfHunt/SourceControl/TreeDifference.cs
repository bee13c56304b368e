using System.Collections.Immutable;
using System.Globalization;

namespace PerfHunt.SourceControl;

/// <summary>Reads what <c>git diff-tree -r -z --raw --numstat</c> and <c>git cat-file --batch-check</c> print.</summary>
internal static class TreeDifference
{
    /// <summary>Arguments of the diff; two tree ids follow.</summary>
    public static ImmutableArray<string> Arguments { get; } =
        ["diff-tree", "-r", "-z", "--raw", "--numstat", "--full-index", "--no-abbrev", "--no-renames", "--no-ext-diff", "--no-textconv"];

    /// <summary>The changes, in git's order of paths.</summary>
    /// <param name="entries">The entries of the diff's output: raw records first, then the counts.</param>
    /// <param name="sizes">Size in bytes of each object that is new and a blob.</param>
    public static ImmutableArray<TreeChange> Read(ImmutableArray<string> entries, IReadOnlyDictionary<string, long> sizes)
    {
        var binary = entries.Where(entry => entry.StartsWith("-\t-\t", StringComparison.Ordinal)).Select(entry => entry[4..]).ToHashSet(StringComparer.Ordinal);
        return [.. Raw(entries).Select(raw => Change(raw.Record, raw.Path, sizes, binary.Contains(raw.Path)))];
    }

    /// <summary>The ids of blobs that are new, as input for <c>cat-file --batch-check</c>.</summary>
    public static ImmutableArray<string> NewBlobs(ImmutableArray<string> entries) =>
    [
        .. Raw(entries)
            .Select(raw => raw.Record.Split(' '))
            .Where(fields => Mode(fields[1]) is not (EntryMode.None or EntryMode.Submodule))
            .Select(fields => fields[3])
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Sizes from lines <c>id type size</c>.</summary>
    public static IReadOnlyDictionary<string, long> Sizes(string batchCheck) => batchCheck
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .Where(fields => fields.Length == 3)
        .ToDictionary(fields => fields[0], fields => long.Parse(fields[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static IEnumerable<(string Record, string Path)> Raw(ImmutableArray<string> entries)
    {
        for (var i = 0; i + 1 < entries.Length && entries[i].StartsWith(':'); i += 2)
        {
            yield return (entries[i], entries[i + 1]);
        }
    }

    private static TreeChange Change(string record, string path, IReadOnlyDictionary<string, long> sizes, bool isBinary)
    {
        var fields = record.TrimStart(':').Split(' ');
        return new(path, Mode(fields[0]), Mode(fields[1]), fields[3], sizes.GetValueOrDefault(fields[3]), isBinary);
    }

    private static EntryMode Mode(string octal) => octal.TrimStart(':') switch
    {
        "000000" => EntryMode.None,
        "100755" => EntryMode.Executable,
        "120000" => EntryMode.Link,
        "160000" => EntryMode.Submodule,
        _ => EntryMode.File,
    };
}
