using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>What the tree of HEAD needs beyond plain files.</summary>
/// <param name="Submodules">Paths of submodules.</param>
/// <param name="UsesLfs">Whether attributes send files through Git LFS.</param>
internal sealed record HeadContent(ImmutableArray<string> Submodules, bool UsesLfs)
{
    private const string AttributeFile = ".gitattributes";

    /// <summary>Of a repository without commits.</summary>
    public static HeadContent Empty { get; } = new([], false);

    /// <summary>Reads it.</summary>
    public static HeadContent Read(GitPlace place, string commit, CancellationToken cancellation)
    {
        // Entries: "<mode> <type> <id>\t<path>".
        var entries = place.Do(["ls-tree", "-r", "-z", "--full-tree", commit], cancellation).Entries
            .Select(entry => (Fields: entry.Split('\t', 2)[0].Split(' '), Path: entry.Split('\t', 2)[1]))
            .ToList();
        var attributes = entries.Where(entry => entry.Fields[1] == "blob" && Path.GetFileName(entry.Path) == AttributeFile);
        return new(
            [.. entries.Where(entry => entry.Fields[1] == "commit").Select(entry => entry.Path)],
            attributes.Any(entry => place.Do(["cat-file", "blob", entry.Fields[2]], cancellation).Text.Contains("filter=lfs", StringComparison.Ordinal)));
    }
}
