using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.PerfData;

/// <summary>Reads the build ids that perf gathers when it ends. Source: perf.data-file-format.txt, HEADER_BUILD_ID.</summary>
internal static class BuildIdFeature
{
    private const int Feature = 2;
    private const int HeadBytes = 8;
    private const int IdFieldBytes = 24;
    private const int FullIdBytes = 20;
    private const ushort HasSize = 1 << 15;

    /// <summary>Build ids in lower-case hex by path.</summary>
    public static IReadOnlyDictionary<string, string> Read(ByteFile file, PerfDataHeader header)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var bytes = header.Features.TryGetValue(Feature, out var range) ? file.Piece(range.Offset, range.Length) ?? [] : [];
        for (var reader = new SpanReader(bytes); reader.Remaining >= HeadBytes;)
        {
            reader.Skip(4);
            var (misc, size) = (reader.U16(), reader.U16());
            var entry = new SpanReader(reader.Take(size - HeadBytes));
            entry.Skip(4);
            var id = entry.Take(IdFieldBytes);
            if (entry.Overrun)
            {
                break;
            }

            var length = (misc & HasSize) != 0 ? Math.Min((int)id[FullIdBytes], FullIdBytes) : FullIdBytes;
            ids.TryAdd(entry.ZeroTerminatedText(), HexText.Of(id[..length]));
        }

        return ids;
    }
}
