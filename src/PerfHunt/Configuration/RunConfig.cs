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

    /// <summary>The words that run a workload: its own fixed command, or the one for generated workloads, with its placeholders filled.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="binary">The program.</param>
    /// <param name="folder">The workload's folder.</param>
    /// <param name="tree">The checkout.</param>
    public ImmutableArray<string> WordsFor(WorkloadConfig workload, string binary, string folder, string tree) =>
        (workload.Command ?? Command).Fill(new Dictionary<string, string>
        {
            ["binary"] = binary,
            ["workload"] = folder,
            ["name"] = workload.Name,
            ["tree"] = tree,
        });

    /// <summary>Regular expressions; what they match is taken out of the output before it is hashed (times, for example).</summary>
    public ImmutableArray<string> IgnoreOutput { get; init; } = [];

    /// <summary>Variables added to the environment of a run.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Time limit of one run, seconds, above 0.</summary>
    public double TimeLimitSeconds { get; init; } = 600;
}
