using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PerfHunt.Configuration;

namespace PerfHunt.Workloads;

/// <summary>
/// Workloads that nobody who makes a change gets to see: as those of the suite, with other seeds. A change that knows the suite's
/// inputs instead of doing the work faster shows on them.
/// </summary>
public static class HoldOut
{
    /// <summary>Ends the names of hold-out workloads.</summary>
    public const string Suffix = "-holdout";

    // Seeds that every generator takes, whatever integer it keeps them in.
    private const int LargestSeed = 1_000_000_000;

    /// <summary>One hold-out workload for each generated one, its seed drawn from the hunt's; none for fixed commands.</summary>
    /// <param name="workloads">The suite.</param>
    /// <param name="randomSeed">The recorded seed of the hunt.</param>
    public static ImmutableArray<WorkloadConfig> For(IEnumerable<WorkloadConfig> workloads, long randomSeed) =>
        [.. workloads.Where(workload => workload.IsGenerated).Select(workload => workload with
        {
            Name = workload.Name + Suffix,
            Seed = OtherSeed(workload, randomSeed),
        })];

    private static long OtherSeed(WorkloadConfig workload, long randomSeed)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{randomSeed}/{workload.Spec}")));
        var seed = 1 + (BinaryPrimitives.ReadUInt32LittleEndian(digest) % LargestSeed);
        return seed == workload.Seed ? seed + 1 : seed;
    }
}
