using System.Collections.Immutable;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.PerfData;

/// <summary>The events of a recording, each with the layout of its records, and the way from a record to its event.</summary>
internal sealed class RecordedEvents
{
    private readonly KeyTable _byId = new();
    private readonly ImmutableArray<SampleLayout> _layouts;
    private readonly bool _hasIdentifier;

    public RecordedEvents(ImmutableArray<EventAttribute> all)
    {
        All = all;
        _layouts = [.. all.Select(attribute => new SampleLayout(attribute))];
        _hasIdentifier = all.All(attribute => attribute.Fields.HasFlag(SampleFields.Identifier));
        for (var index = 0; index < all.Length; index++)
        {
            foreach (var id in all[index].Ids)
            {
                if (_byId.Find(id) < 0)
                {
                    _byId.Add(id, index);
                }
            }
        }
    }

    /// <summary>The events in the order in which they were asked for; at least one.</summary>
    public ImmutableArray<EventAttribute> All { get; }

    /// <summary>The layout of an event's records.</summary>
    public SampleLayout Layout(int index) => _layouts[index];

    /// <summary>Which event a sample belongs to; -1 when it names one that is not known.</summary>
    public int OfSample(ReadOnlySpan<byte> body) => All.Length == 1 ? 0 : Find(_layouts[0].IdOfSample(body));

    /// <summary>The layout for the end of a record other than a sample.</summary>
    public SampleLayout OfOther(ReadOnlySpan<byte> body)
    {
        // Without an identifier perf makes sure that all events have the same fields.
        var index = All.Length == 1 || !_hasIdentifier ? 0 : Find(_layouts[0].IdOfOther(body));
        return _layouts[Math.Max(index, 0)];
    }

    // Events made by perf itself rather than the kernel carry id 0 and are of the first event.
    private int Find(ulong? id) => id is null or 0 ? 0 : _byId.Find(id.Value);
}
