using System.Collections.Immutable;

namespace PerfHunt.Configuration.Proposals;

/// <summary>What was found out about a project, as far as a configuration can be made from it.</summary>
/// <param name="Build">What builds it.</param>
/// <param name="Name">What to call it; a name that the configuration accepts.</param>
/// <param name="Binary">The program below the repository's root, or the best guess.</param>
public sealed record ProjectFacts(BuildSystem Build, string Name, string Binary)
{
    /// <summary>True when the program's path was guessed and a person has to look.</summary>
    public bool IsBinaryGuessed { get; init; }

    /// <summary>True when nothing says that the build makes a program at all.</summary>
    public bool HasNoProgram { get; init; }

    /// <summary>True when the build does not take compiler flags from the environment, so that frame pointers are likely missing.</summary>
    public bool SetsFlags { get; init; }

    /// <summary>Build commands in place of the preset's; empty to keep those.</summary>
    public ImmutableArray<CommandLine> Commands { get; init; } = [];

    /// <summary>The gate; null to keep the preset's, empty when nothing that tests the project was found.</summary>
    public ImmutableArray<CommandLine>? Gate { get; init; }

    /// <summary>Which functions are ours; empty to keep the preset's.</summary>
    public ImmutableArray<OwnCode> OwnCode { get; init; } = [];
}
