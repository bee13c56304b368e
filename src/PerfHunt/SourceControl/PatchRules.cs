using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Configuration;

namespace PerfHunt.SourceControl;

/// <summary>What a change may be. Pure: judges a list of changed paths, whether it comes from an investigator's clone or from a slot after the gate.</summary>
public sealed class PatchRules
{
    /// <summary>Largest size of a changed file, bytes: sources are smaller, and what a build, a core dump or a download leaves is often larger.</summary>
    public const long LargestFileBytes = 1 << 20;

    /// <summary>Largest size of all changed files together, bytes, and their largest number: more is not even read, and no patch of it is kept.</summary>
    public const long LargestChangeBytes = 64L << 20;

    /// <inheritdoc cref="LargestChangeBytes"/>
    public const int MostFilesRead = 10_000;

    /// <summary>Protected always: files that steer git itself, and the CI definitions and rules that lie under <c>.git*</c> names.</summary>
    public static ImmutableArray<string> AlwaysProtected { get; } = ["**/.git*", "**/.git*/**"];

    private readonly ImmutableArray<Glob> _allowed;
    private readonly ImmutableArray<Glob> _protectedPaths;
    private readonly int _maxFiles;

    /// <summary>Makes the rules.</summary>
    /// <param name="config">The configured globs and limit.</param>
    /// <param name="ownPaths">The hunt's own files (configuration, state, journal, tickets), relative to the root; protected with what lies below them.</param>
    public PatchRules(PatchConfig config, params IEnumerable<string> ownPaths)
    {
        _allowed = [.. config.Allow.Select(pattern => new Glob(pattern))];
        var own = ownPaths.Select(path => path.TrimEnd('/')).SelectMany(path => new[] { path, $"{path}/**" });
        _protectedPaths = [.. config.Protect.Concat(own).Concat(AlwaysProtected).Select(pattern => new Glob(pattern))];
        _maxFiles = config.MaxFiles;
    }

    /// <summary>The most serious objection to a change, or null. Files that only change their executability count as changed files.</summary>
    public Refusal? Check(IReadOnlyCollection<TreeChange> changes) =>
        changes.Count == 0 ? new Refusal(Refusal.Empty, "No file was changed.")
        : First(changes, Refusal.BadPath, "Paths that cannot be taken over", change => !IsPlain(change.Path))
        ?? First(changes, Refusal.Submodule, "Submodules must not be changed", change => Has(change, EntryMode.Submodule))
        ?? First(changes, Refusal.Symlink, "Symbolic links must not be added or changed", change => change.NewMode == EntryMode.Link)
        ?? First(changes, Refusal.ProtectedPath, "Protected paths were changed", change => Any(_protectedPaths, change))
        ?? First(changes, Refusal.OutsideScope, "Paths outside the allowed ones were changed", change => _allowed.Length > 0 && !Any(_allowed, change))
        ?? First(changes, Refusal.Huge, HugeReason, change => change.NewBytes > LargestFileBytes)
        ?? First(changes, Refusal.Binary, "Binary files were changed", change => change.IsBinary)
        ?? TooWide(changes);

    /// <summary>The sentence about files that are too large.</summary>
    internal static string HugeReason { get; } =
        string.Create(CultureInfo.InvariantCulture, $"Changed files are larger than {LargestFileBytes / 1024} KiB");

    /// <summary>The sentence about too much in all.</summary>
    internal static string HugeTogetherReason { get; } =
        string.Create(CultureInfo.InvariantCulture, $"Changed files are together larger than {LargestChangeBytes >> 20} MiB");

    private static Refusal? First(IReadOnlyCollection<TreeChange> changes, string code, string what, Func<TreeChange, bool> concerns)
    {
        var paths = changes.Where(concerns).Select(change => change.Path).ToList();
        return paths.Count == 0 ? null : Refusal.Of(code, what, paths);
    }

    private Refusal? TooWide(IReadOnlyCollection<TreeChange> changes) => changes.Count <= _maxFiles ? null : Refusal.Of(
        Refusal.TooWide,
        string.Create(CultureInfo.InvariantCulture, $"{changes.Count} files were changed, {_maxFiles} is the limit"),
        [.. changes.Select(change => change.Path)]);

    private static bool Any(ImmutableArray<Glob> globs, TreeChange change) => globs.Any(glob => glob.Matches(change.Path));

    private static bool Has(TreeChange change, EntryMode mode) => change.OldMode == mode || change.NewMode == mode;

    // git itself keeps most of such paths out of an index; this is the second lock on the door. Elsewhere a backslash separates folders.
    private static bool IsPlain(string path) =>
        !path.Any(c => char.IsControl(c) || c is '\uFFFD' or '\\')
        && path.Split('/').All(name => name is not ("" or "." or "..") && !name.Equals(".git", StringComparison.OrdinalIgnoreCase));
}
