using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.PerfData;

/// <summary>Reads which kind of machine was recorded. Source: perf.data-file-format.txt, HEADER_ARCH.</summary>
internal static class ArchitectureFeature
{
    private const int Feature = 6;

    /// <summary>As <c>uname -m</c> names it; null when it was not recorded.</summary>
    public static string? Read(ByteFile file, PerfDataHeader header)
    {
        if (!header.Features.TryGetValue(Feature, out var range) || file.Piece(range.Offset, range.Length) is not { } bytes)
        {
            return null;
        }

        var reader = new SpanReader(bytes);
        var text = new SpanReader(reader.Take(reader.U32())).ZeroTerminatedText();
        return text.Length == 0 ? null : text;
    }
}
