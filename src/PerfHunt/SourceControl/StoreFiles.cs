using PerfHunt.Files;

namespace PerfHunt.SourceControl;

/// <summary>Files in git folders of ours that are not git's own defaults.</summary>
internal static class StoreFiles
{
    /// <summary>
    /// Attributes that outrank every <c>.gitattributes</c> of the tree: no line-end conversion, keyword, encoding, filter or diff
    /// driver for any path. A file in a checkout of ours is the blob, byte for byte, whatever a change writes into
    /// <c>.gitattributes</c>; what is measured is what is committed.
    /// </summary>
    public const string Attributes = "* -text !eol -ident !working-tree-encoding -filter !diff !merge\n";

    /// <summary>Writes the attributes into a git folder.</summary>
    public static void WriteAttributes(string gitFolder) => AtomicFile.Write(Path.Combine(gitFolder, "info", "attributes"), Attributes);

    /// <summary>Whether the attributes are in place.</summary>
    public static bool HasAttributes(string gitFolder) =>
        Path.Combine(gitFolder, "info", "attributes") is var file && File.Exists(file) && File.ReadAllText(file) == Attributes;

    /// <summary>
    /// Removes what a killed git leaves in a git folder of ours: lock files, which would block the next call for ever, and
    /// half-received packs. Only safe under the repository's lock, with no git running there.
    /// </summary>
    public static void RemoveLeftovers(string gitFolder)
    {
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(gitFolder, "*.lock", everywhere)
                     .Concat(Directory.EnumerateFiles(gitFolder, "tmp_*", everywhere)).ToList())
        {
            File.Delete(file);
        }
    }
}
