using System.Collections.Immutable;

namespace PerfHunt.Configuration;

/// <summary>How a workload is run.</summary>
public sealed record RunConfig
{
    /// <summary>
    /// The command of a generated workload, run in a fresh empty folder. Placeholders: <c>{binary}</c> (absolute path of the program),
    /// <c>{workload}</c> (absolute path of the workload's folder), <c>{name}</c>, <c>{tree}</c> (absolute path of the slot).
    /// </summary>
    public required CommandLine Command { get; init; }

    /// <summary>Regular expressions; what they match is taken out of the output before it is hashed (times, for example).</summary>
    public ImmutableArray<string> IgnoreOutput { get; init; } = [];

    /// <summary>Variables added to the environment of a run.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Time limit of one run, seconds, above 0.</summary>
    public double TimeLimitSeconds { get; init; } = 600;
}
