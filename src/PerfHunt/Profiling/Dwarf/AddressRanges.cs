namespace PerfHunt.Profiling.Dwarf;

/// <summary>Ranges of addresses with owners, which may lie inside one another: of several owners at an address, the one of the highest number is there.</summary>
/// <param name="cap">How many are taken: a damaged file may name one list a million times.</param>
internal sealed class AddressRanges(long cap)
{
    private readonly List<ulong> _starts = [];
    private readonly List<ulong> _ends = [];
    private readonly List<int> _owners = [];

    /// <summary>False when no more are taken.</summary>
    public bool HasRoom => _starts.Count < cap;

    /// <summary>How many there are.</summary>
    public int Count => _starts.Count;

    /// <summary>Adds a range.</summary>
    public void Add(ulong start, ulong end, int owner)
    {
        if (HasRoom)
        {
            _starts.Add(start);
            _ends.Add(end);
            _owners.Add(owner);
        }
    }

    /// <summary>The owners by address: where each begins to be there, and -1 where nobody is.</summary>
    public (ulong[] Starts, int[] Owners) Flatten()
    {
        var order = AddressOrderOf();
        var (at, found) = (new List<ulong>(), new List<int>());
        var open = new PriorityQueue<int, int>();
        var next = 0;
        ulong place = 0;
        while (next < order.Length || open.Count > 0)
        {
            if (open.Count == 0)
            {
                place = _starts[order[next]];
            }

            for (; next < order.Length && _starts[order[next]] <= place; next++)
            {
                open.Enqueue(order[next], -_owners[order[next]]);
            }

            while (open.Count > 0 && _ends[open.Peek()] <= place)
            {
                open.Dequeue();
            }

            Mark(at, found, place, open.Count > 0 ? _owners[open.Peek()] : -1);
            if (open.Count > 0)
            {
                var end = _ends[open.Peek()];
                place = next < order.Length && _starts[order[next]] < end ? _starts[order[next]] : end;
            }
        }

        return ([.. at], [.. found]);
    }

    private static void Mark(List<ulong> at, List<int> found, ulong place, int owner)
    {
        if (at.Count > 0 && at[^1] == place)
        {
            found[^1] = owner;
        }
        else if (found.Count == 0 || found[^1] != owner)
        {
            at.Add(place);
            found.Add(owner);
        }
    }

    private int[] AddressOrderOf() => Symbols.AddressOrder.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_starts));
}
