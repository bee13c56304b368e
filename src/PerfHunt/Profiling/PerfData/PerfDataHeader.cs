using System.Numerics;
using PerfHunt.Errors;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.PerfData;

/// <summary>Where the parts of a recording lie. Source: tools/perf/Documentation/perf.data-file-format.txt of the Linux kernel.</summary>
/// <param name="Attributes">The events, <see cref="AttributeBytes"/> each.</param>
/// <param name="AttributeBytes">Size of one event's entry, with the 16 bytes that tell where its ids are.</param>
/// <param name="Data">The records.</param>
/// <param name="Features">Additional sections by feature number.</param>
/// <param name="IsComplete">False when perf was ended before it could write the size of the data; records then go on to the end of the file.</param>
internal sealed record PerfDataHeader(
    FileRange Attributes, int AttributeBytes, FileRange Data, IReadOnlyDictionary<int, FileRange> Features, bool IsComplete)
{
    private const int HeaderBytes = 104;
    private const int FeatureWords = 4;

    // An entry holds at least the first published perf_event_attr (64 bytes) and the place of the ids.
    private const int SmallestAttributeBytes = 80;
    private const int LargestAttributeBytes = 4096;

    private static readonly ulong Magic = BitConverter.ToUInt64("PERFILE2"u8);
    private static readonly ulong OtherByteOrder = BitConverter.ToUInt64("2ELIFREP"u8);
    private static readonly ulong FirstVersion = BitConverter.ToUInt64("PERFFILE"u8);

    /// <summary>Reads the header.</summary>
    public static Parsed<PerfDataHeader> Read(ByteFile file)
    {
        var bytes = new byte[HeaderBytes];
        var reader = new SpanReader(bytes.AsSpan(0, file.Read(0, bytes)));
        var magic = reader.U64();
        if (magic != Magic)
        {
            return new LocatedError(file.Path, 0, Problem(magic));
        }

        var size = reader.U64();
        var attributeBytes = reader.U64();
        var attributes = new FileRange(reader.U64(), reader.U64());
        var data = new FileRange(reader.U64(), reader.U64());
        reader.Skip(16);
        if (size != HeaderBytes || reader.Overrun)
        {
            return new LocatedError(file.Path, 0, $"expected a header of {HeaderBytes} bytes, found {size}: recorded to a pipe, or cut off");
        }

        if (attributeBytes is < SmallestAttributeBytes or > LargestAttributeBytes || !attributes.IsWithin(file.Length) || data.Offset > (ulong)file.Length)
        {
            return new LocatedError(file.Path, 0, "the header names places outside of the file");
        }

        var rest = (ulong)file.Length - data.Offset;
        var complete = data.Length > 0;
        var records = data with { Length = complete ? Math.Min(data.Length, rest) : rest };
        return new PerfDataHeader(attributes, (int)attributeBytes, records, complete ? Sections(file, ref reader, records) : new Dictionary<int, FileRange>(), complete);
    }

    // The places of the feature sections stand behind the data, in the order of the set bits.
    private static Dictionary<int, FileRange> Sections(ByteFile file, ref SpanReader reader, FileRange data)
    {
        var sections = new Dictionary<int, FileRange>();
        Span<byte> entry = stackalloc byte[16];
        var place = (long)(data.Offset + data.Length);
        for (var word = 0; word < FeatureWords; word++)
        {
            for (var bits = reader.U64(); bits != 0; bits &= bits - 1, place += entry.Length)
            {
                var fields = new SpanReader(entry[..file.Read(place, entry)]);
                var section = new FileRange(fields.U64(), fields.U64());
                if (!fields.Overrun && section.IsWithin(file.Length))
                {
                    sections[(word * 64) + BitOperations.TrailingZeroCount(bits)] = section;
                }
            }
        }

        return sections;
    }

    private static string Problem(ulong magic) => magic switch
    {
        _ when magic == OtherByteOrder => "recorded on a machine of the other byte order, which is not supported",
        _ when magic == FirstVersion => "recorded by a perf older than 2010, which is not supported",
        _ => "expected a recording of perf (`PERFILE2`)",
    };
}
