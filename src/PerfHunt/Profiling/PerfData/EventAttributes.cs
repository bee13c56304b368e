using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.PerfData;

/// <summary>Reads the events of a recording from its attribute section, and their names from the event descriptions.</summary>
internal static class EventAttributes
{
    private const int EventDescriptionFeature = 12;
    private const int PlaceOfIdsBytes = 16;
    private const int EventCap = 4096;

    /// <summary>The events; at least one.</summary>
    public static Parsed<RecordedEvents> Read(ByteFile file, PerfDataHeader header)
    {
        var entries = file.Piece(header.Attributes.Offset, header.Attributes.Length) ?? [];
        var count = entries.Length / header.AttributeBytes;
        if (count is 0 or > EventCap)
        {
            return new LocatedError(file.Path, 0, $"expected 1 to {EventCap} events, found {count}");
        }

        var names = Names(file, header);
        var events = ImmutableArray.CreateBuilder<EventAttribute>(count);
        for (var index = 0; index < count; index++)
        {
            var entry = entries.AsSpan(index * header.AttributeBytes, header.AttributeBytes);
            var attribute = EventAttribute.Read(entry[..^PlaceOfIdsBytes], Ids(file, entry[^PlaceOfIdsBytes..]));
            events.Add(index < names.Count ? attribute with { Name = names[index] } : attribute);
        }

        return new RecordedEvents(events.ToImmutable());
    }

    private static ulong[] Ids(ByteFile file, ReadOnlySpan<byte> place)
    {
        var reader = new SpanReader(place);
        var ids = file.Piece(reader.U64(), reader.U64()) ?? [];
        var numbers = new ulong[ids.Length / sizeof(ulong)];
        Buffer.BlockCopy(ids, 0, numbers, 0, numbers.Length * sizeof(ulong));
        return numbers;
    }

    private static List<string> Names(ByteFile file, PerfDataHeader header)
    {
        var names = new List<string>();
        if (!header.Features.TryGetValue(EventDescriptionFeature, out var range) || file.Piece(range.Offset, range.Length) is not { } bytes)
        {
            return names;
        }

        var reader = new SpanReader(bytes);
        var count = reader.U32();
        var attributeBytes = reader.U32();
        while (count-- > 0 && !reader.AtEnd)
        {
            reader.Skip(attributeBytes);
            var ids = reader.U32();
            var text = new SpanReader(reader.Take(reader.U32()));
            reader.Skip(ids * 8L);
            if (!reader.Overrun)
            {
                names.Add(text.ZeroTerminatedText());
            }
        }

        return names;
    }
}
