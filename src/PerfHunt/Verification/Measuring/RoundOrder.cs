namespace PerfHunt.Verification.Measuring;

/// <summary>Which side starts first: random, so that nothing periodic can favour one side, and balanced over each two rounds.</summary>
public static class RoundOrder
{
    /// <summary>
    /// True when the candidate starts. Rounds 1 and 2, 3 and 4, ... have opposite orders for each workload (A B, then B A, or the
    /// other way round), and which comes first is drawn anew for each two rounds and workload.
    /// </summary>
    /// <param name="seed">The recorded seed of the hunt.</param>
    /// <param name="round">The round, from 1.</param>
    /// <param name="workload">The workload's place in the suite, from 0.</param>
    public static bool CandidateFirst(long seed, int round, int workload)
    {
        var block = (ulong)(round - 1) / 2;
        var drawn = (Mix(Mix((ulong)seed + block) + (ulong)workload) & 1) == 1;
        return drawn ^ (round % 2 == 0);
    }

    // SplitMix64's finaliser (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014): the same on every
    // version of .NET, which System.Random does not promise.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
