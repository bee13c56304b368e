using System.Collections.Immutable;

namespace PerfHunt.Configuration;

/// <summary>What a patch may touch. Globs: <c>**</c> any folders, <c>*</c> and <c>?</c> within a name.</summary>
public sealed record PatchConfig
{
    /// <summary>Paths that a patch may change; anything else is refused. Empty allows all that is not protected.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>Paths that a patch must not change (tests, benchmarks, generator, build profile, CI), even where allowed.</summary>
    public ImmutableArray<string> Protect { get; init; } = [];

    /// <summary>Codes of the lint's findings that are shown and not refused, such as <c>clock</c>.</summary>
    public ImmutableArray<string> Tolerate { get; init; } = [];

    /// <summary>How many files a patch may change, after the gate ran too; at least 1. The mission's limit is 15.</summary>
    public int MaxFiles { get; init; } = 15;
}
