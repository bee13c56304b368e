using System.Collections.Immutable;

namespace PerfHunt.Configuration;

/// <summary>How workloads are generated.</summary>
public sealed record GeneratorConfig
{
    /// <summary>Commands that build the generator, run once in the baseline slot; empty for none.</summary>
    public ImmutableArray<CommandLine> Build { get; init; } = [];

    /// <summary>
    /// The generator's call, run in the baseline slot. Placeholders: <c>{name} {seed} {profile} {layers} {modulesPerLayer} {output}</c>;
    /// it writes the folder <c>{output}/{name}</c>, or prints a line <c>output: FOLDER</c> that names another.
    /// </summary>
    public required CommandLine Command { get; init; }
}
