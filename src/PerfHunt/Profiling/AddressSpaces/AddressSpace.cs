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
    private readonly List<Mapping> _mappings = [];
    private Mapping[] _sorted = [];
    private ulong[] _starts = [];
    private ulong[] _furthestEnds = [];
    private bool _overlaps;
    private Mapping? _last;

    /// <summary>Since when.</summary>
    public ulong FromNs { get; } = fromNs;

    /// <summary>True for one that an exec began.</summary>
    public bool IsFresh => Parent is null;

    /// <summary>The first mapping since the start or the exec: the program itself.</summary>
    public Mapping? First => _mappings.Count > 0 ? _mappings[0] : null;

    /// <summary>Adds a mapping that is newer than those before it.</summary>
    public void Add(Mapping mapping) => _mappings.Add(mapping);

    /// <summary>What lies at an address at a time; null when nothing is known to.</summary>
    public Mapping? Find(ulong address, ulong timeNs)
    {
        if (_last is { } hit && !_overlaps && hit.Covers(address))
        {
            return hit;
        }

        var (space, time) = (this, timeNs);
        for (var depth = 0; depth < LongestAncestry; depth++)
        {
            if (space.FindOwn(address, time) is { } mapping)
            {
                _last = space == this ? mapping : _last;
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
        if (_sorted.Length != _mappings.Count)
        {
            Sort();
        }

        var index = LastNotAfter(address);
        Mapping? newest = null;
        for (; index >= 0 && _furthestEnds[index] > address; index--)
        {
            var mapping = _sorted[index];
            if (!mapping.Covers(address))
            {
                continue;
            }

            if (!_overlaps)
            {
                return mapping;
            }

            newest = mapping.FromNs <= timeNs && (newest is null || mapping.FromNs >= newest.FromNs) ? mapping : newest;
        }

        return newest;
    }

    private int LastNotAfter(ulong address)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _starts[middle] <= address ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private void Sort()
    {
        _sorted = [.. _mappings];
        Array.Sort(_sorted, (left, right) => left.Start.CompareTo(right.Start));
        _starts = new ulong[_sorted.Length];
        _furthestEnds = new ulong[_sorted.Length];
        ulong furthest = 0;
        for (var index = 0; index < _sorted.Length; index++)
        {
            _starts[index] = _sorted[index].Start;
            _overlaps |= furthest > _sorted[index].Start;
            furthest = Math.Max(furthest, _sorted[index].End);
            _furthestEnds[index] = furthest;
        }
    }
}
