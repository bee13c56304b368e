using System.Collections.Immutable;

namespace PerfHunt.Profiling.Elf;

/// <summary>The shared libraries that a build makes beside its program: those that the program has the loader look for below its checkout.</summary>
internal static class OwnLibraries
{
    private static readonly string[] Origins = ["$ORIGIN", "${ORIGIN}"];

    /// <summary>Paths of the libraries, and of those that these need in turn; links are followed. Empty for what is no binary.</summary>
    /// <param name="program">The program.</param>
    /// <param name="root">The checkout, absolute.</param>
    public static ImmutableArray<string> Of(string program, string root) => Of(program, root, root);

    /// <summary>Libraries of a checkout that would be found were it still where it was built, and are not.</summary>
    /// <param name="program">The program.</param>
    /// <param name="root">The checkout, absolute.</param>
    /// <param name="builtAt">The folder in which it was built, absolute.</param>
    public static ImmutableArray<string> Lost(string program, string root, string builtAt) => [.. Of(program, root, builtAt).Except(Of(program, root))];

    private static ImmutableArray<string> Of(string program, string root, string builtAt)
    {
        var found = new List<string> { program };
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(Needed(found[next], root, builtAt).Except(found).ToList());
        }

        return [.. found.Skip(1)];
    }

    private static ImmutableArray<string> Needed(string file, string root, string builtAt)
    {
        using var elf = ElfFile.TryOpen(file);
        if (elf is null)
        {
            return [];
        }

        var section = DynamicSection.Of(elf);
        var own = Path.GetDirectoryName(file)!;
        string[] folders = [.. section.RunPath.Select(folder => Path.GetFullPath(Origins.Aggregate(folder, (text, origin) => text.Replace(origin, own, StringComparison.Ordinal)), own))];
        return [.. from name in section.Needed
                   let library = folders.Select(folder => Path.Combine(Moved(folder, builtAt, root), name)).FirstOrDefault(File.Exists)
                   where library is not null && IsBelow(library, root)
                   select File.ResolveLinkTarget(library, returnFinalTarget: true)?.FullName ?? library];
    }

    private static string Moved(string path, string from, string to) => path == from || IsBelow(path, from) ? to + path[from.Length..] : path;

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);
}
