using System.Collections.Immutable;

namespace PerfHunt.Configuration;

/// <summary>How the measured program is built.</summary>
public sealed record BuildConfig
{
    /// <summary>The build commands, run in the slot's folder; optimised and with symbols.</summary>
    public required ImmutableArray<CommandLine> Commands { get; init; }

    /// <summary>The program's path below the slot.</summary>
    public required string Binary { get; init; }

    /// <summary>Folders of build output that stay between builds so that these are incremental; everything else that git does not track is removed.</summary>
    public ImmutableArray<string> Keep { get; init; } = ["target"];

    /// <summary>Variables added to the environment of builds and gate.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>
    /// False (the default): a slot is moved to one common path while it is built, so that both sides are built at the same path
    /// and equal sources give equal binaries. True: built where it lies, for programs that find their libraries by absolute path.
    /// </summary>
    public bool InPlace { get; init; }

    /// <summary>Time limit of one build or gate command, minutes, above 0.</summary>
    public double TimeLimitMinutes { get; init; } = 30;
}
