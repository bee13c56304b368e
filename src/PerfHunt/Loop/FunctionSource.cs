using PerfHunt.Investigation;
using PerfHunt.Profiling.Annotation;

namespace PerfHunt.Loop;

/// <summary>Shows the text of a function that the program's debug information tells the place of.</summary>
public static class FunctionSource
{
    /// <summary>The function from its declaration on, or what is around its hottest line; null when neither lies in a file of the repository.</summary>
    public static SourceExcerpt? Of(HuntSession session, FunctionAnnotation function) => function switch
    {
        { Declaration: var (file, line) } => Read(session, file, line, SourceExcerpt.Cut),
        { OwnLines: [var hottest, ..] } => Read(session, hottest.File, hottest.Line, SourceExcerpt.Around),
        _ => null,
    };

    private static SourceExcerpt? Read(HuntSession session, string path, int line, Func<string, string, int, SourceExcerpt?> cut) =>
        Relative(session, path) is { } file ? cut(file, File.ReadAllText(Path.Combine(session.BaselineSlot.Folder, file)), line) : null;

    // Slots are built at a path of their own, and looked at where they lie.
    private static string? Relative(HuntSession session, string path)
    {
        var slot = session.BaselineSlot.Folder;
        return new[] { session.Place.Workspace.Layout.Mount, slot }
            .Where(root => path.StartsWith(root + "/", StringComparison.Ordinal))
            .Select(root => Path.GetRelativePath(root, path))
            .FirstOrDefault(file => Configuration.ConfigPaths.IsBelow(file) && new FileInfo(Path.Combine(slot, file)) is { Exists: true, LinkTarget: null });
    }
}
