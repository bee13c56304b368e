using System.Globalization;
using PerfHunt.Investigation;
using PerfHunt.Processes;

namespace PerfHunt.Loop;

/// <summary>Finds the source of a function by the program's debug information, with the tools of binutils.</summary>
public static class FunctionSource
{
    // The names of a program of 100 MB; a cut list would only mean that the source is not shown.
    private const int NamesCapBytes = 64 << 20;

    // Rust's old mangling ends names with a hash of 16 digits that profiles leave out.
    private const int HashLength = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The source around a line of a file of the repository, for a function that has no code of its own; null when there is no such file.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="path">The file as the compiler wrote it.</param>
    /// <param name="line">One-based line in the function.</param>
    public static SourceExcerpt? Around(HuntSession session, string path, int line) =>
        Relative(session, path) is { } file ? SourceExcerpt.Around(file, File.ReadAllText(Path.Combine(session.BaselineSlot.Folder, file)), line) : null;

    /// <summary>The source; null when a tool is missing or debug information does not lead to a file of the repository.</summary>
    public static SourceExcerpt? Find(HuntSession session, string function)
    {
        try
        {
            return Address(session, function) is { } address && Place(session, address) is var (file, line) && file is not null
                ? SourceExcerpt.Cut(file, File.ReadAllText(Path.Combine(session.BaselineSlot.Folder, file)), line)
                : null;
        }
        catch (ExecutableNotFoundException)
        {
            return null;
        }
    }

    // ADDRESS TYPE NAME
    private static string? Address(HuntSession session, string function) =>
        Run(session, "nm", "--demangle", "--defined-only", session.Baseline.Binary)
            .Split('\n')
            .Select(line => line.Split(' ', 3))
            .FirstOrDefault(fields => fields.Length == 3 && fields[1] is "t" or "T" or "W" or "w" && IsName(fields[2], function))?[0];

    private static bool IsName(string name, string function) =>
        name == function
        || (name.Length == function.Length + HashLength + 3 && name.StartsWith(function, StringComparison.Ordinal) && name.AsSpan(function.Length).StartsWith("::h"));

    // FILE:LINE, or ??:0; behind it there may be a discriminator.
    private static (string? File, int Line) Place(HuntSession session, string address)
    {
        var place = Run(session, "addr2line", $"--exe={session.Baseline.Binary}", address).Split('\n')[0].Split(' ')[0];
        var colon = place.LastIndexOf(':');
        return colon > 0 && int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? (Relative(session, place[..colon]), line)
            : (null, 0);
    }

    // Slots are built at a path of their own, and looked at where they lie.
    private static string? Relative(HuntSession session, string path)
    {
        var slot = session.BaselineSlot.Folder;
        return new[] { session.Place.Workspace.Layout.Mount, slot }
            .Where(root => path.StartsWith(root + "/", StringComparison.Ordinal))
            .Select(root => Path.GetRelativePath(root, path))
            .FirstOrDefault(file => Configuration.ConfigPaths.IsBelow(file) && new FileInfo(Path.Combine(slot, file)) is { Exists: true, LinkTarget: null });
    }

    private static string Run(HuntSession session, string program, params IEnumerable<string> arguments)
    {
        var command = Command.Of(program, arguments) with { TimeLimit = Patience, OutputCapBytes = NamesCapBytes, KeepControls = true };
        var outcome = session.Tools.Processes.Run(command, session.Tools.Cancellation);
        return outcome.Succeeded ? outcome.StandardOutput : "";
    }
}
