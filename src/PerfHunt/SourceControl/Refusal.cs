using PerfHunt.Errors;

namespace PerfHunt.SourceControl;

/// <summary>Why a change is not taken.</summary>
/// <param name="Code">One of the constants below, for records and programs.</param>
/// <param name="Reason">A sentence that names the paths.</param>
public sealed record Refusal(string Code, string Reason)
{
    /// <summary>Nothing was changed.</summary>
    public const string Empty = "empty";

    /// <summary>A path's name holds control characters, is not UTF-8, or leads out of the tree.</summary>
    public const string BadPath = "bad-path";

    /// <summary>Another repository lies in the tree.</summary>
    public const string NestedRepository = "nested-repository";

    /// <summary>A submodule was added, moved or removed.</summary>
    public const string Submodule = "submodule";

    /// <summary>A symbolic link was added or changed.</summary>
    public const string Symlink = "symlink";

    /// <summary>A path was changed that no change may touch.</summary>
    public const string ProtectedPath = "protected-path";

    /// <summary>A path was changed that is not among the allowed ones.</summary>
    public const string OutsideScope = "outside-scope";

    /// <summary>A binary file was changed.</summary>
    public const string Binary = "binary";

    /// <summary>A changed file is too large.</summary>
    public const string Huge = "huge";

    /// <summary>Too many files were changed.</summary>
    public const string TooWide = "too-wide";

    /// <summary>A file cannot be read (permissions, or no plain file: a pipe, a socket).</summary>
    public const string Unreadable = "unreadable";

    /// <summary>A refusal that names the first few of the paths concerned; paths are untrusted text.</summary>
    /// <param name="code">The code.</param>
    /// <param name="what">What is wrong with them; the list follows after a colon.</param>
    /// <param name="paths">The paths, at least one.</param>
    public static Refusal Of(string code, string what, IReadOnlyCollection<string> paths) => new(code, $"{what}: {UntrustedText.Names(paths)}.");
}
