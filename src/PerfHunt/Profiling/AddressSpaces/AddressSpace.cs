namespace PerfHunt.Profiling.AddressSpaces;

/// <summary>
/// The mappings of a process from its start, or from its last exec. A forked child looks into its own first, then into its
/// parent's as they were at the fork, so that a fork copies nothing. Where mappings overlap, the newest one is there.
/// </summary>
internal sealed class AddressSpace(ulong fromNs, AddressSpace? parent)
{
    // A chain of forks without an exec is rarely longer than a few; a damaged recording must not make it endless.
    private const int LongestAncestry = 1024;

    // All are added in order of time, before the first look-up.
    private readonly List<Mapping> mappings = [];
    private Mapping[] sorted = [];
    private ulong[] starts = [];
    private ulong[] furthestEnds = [];
    private bool overlaps;
    private Mapping? last;

    /// <summary>Since when.</summary>
    public ulong FromNs { get; } = fromNs;

    /// <summary>True for one that an exec began.</summary>
    public bool IsFresh => Parent is null;

    /// <summary>The first mapping since the start or the exec: the program itself.</summary>
    public Mapping? First => mappings.Count > 0 ? mappings[0] : null;

    /// <summary>Adds a mapping that is newer than those before it.</summary>
    public void Add(Mapping mapping) => mappings.Add(mapping);

    /// <summary>What lies at an address at a time; null when nothing is known to.</summary>
    public Mapping? Find(ulong address, ulong timeNs)
    {
        if (last is { } hit && !overlaps && hit.Covers(address))
        {
            return hit;
        }

        var (space, time) = (this, timeNs);
        for (var depth = 0; depth < LongestAncestry; depth++)
        {
            if (space.FindOwn(address, time) is { } mapping)
            {
                last = space == this ? mapping : last;
                return mapping;
            }

            if (space.Parent is null)
            {
                return null;
            }

            time = space.FromNs;
            space = space.Parent;
        }

        return null;
    }

    private AddressSpace? Parent { get; } = parent;

    private Mapping? FindOwn(ulong address, ulong timeNs)
    {
        if (sorted.Length != mappings.Count)
        {
            Sort();
        }

        var index = LastNotAfter(address);
        Mapping? newest = null;
        for (; index >= 0 && furthestEnds[index] > address; index--)
        {
            var mapping = sorted[index];
            if (!mapping.Covers(address))
            {
                continue;
            }

            if (!overlaps)
            {
                return mapping;
            }

            newest = mapping.FromNs <= timeNs && (newest is null || mapping.FromNs >= newest.FromNs) ? mapping : newest;
        }

        return newest;
    }

    private int LastNotAfter(ulong address)
    {
        var (low, high) = (0, starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = starts[middle] <= address ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private void Sort()
    {
        sorted = [.. mappings];
        Array.Sort(sorted, (left, right) => left.Start.CompareTo(right.Start));
        starts = new ulong[sorted.Length];
        furthestEnds = new ulong[sorted.Length];
        ulong furthest = 0;
        for (var index = 0; index < sorted.Length; index++)
        {
            starts[index] = sorted[index].Start;
            overlaps |= furthest > sorted[index].Start;
            furthest = Math.Max(furthest, sorted[index].End);
            furthestEnds[index] = furthest;
        }
    }
}
