using System.IO.Compression;
using PerfHunt.Profiling.Binary;
using ZstdSharp;

namespace PerfHunt.Profiling.Elf;

/// <summary>Unpacks sections that are stored compressed (SHF_COMPRESSED, <c>Elf64_Chdr</c>).</summary>
internal static class CompressedSection
{
    private const uint Zlib = 1;
    private const uint Zstd = 2;
    private const ulong SizeCap = 1UL << 30;

    /// <summary>The content; empty when it is damaged or packed in a way that is not known.</summary>
    public static byte[] Unpack(byte[] section)
    {
        var reader = new SpanReader(section);
        var type = reader.U32();
        reader.Skip(4);
        var size = reader.U64();
        reader.Skip(8);

        // No packing of debug information makes it a thousand times smaller: a damaged size must not ask for a gigabyte.
        if (reader.Overrun || size > SizeCap || size / 1024 > (ulong)section.Length)
        {
            return [];
        }

        var packed = section.AsMemory(reader.Position);
        try
        {
            return type switch
            {
                Zlib => UnpackZlib(packed, (int)size),
                Zstd => UnpackZstd(packed.Span, (int)size),
                _ => [],
            };
        }
        catch (Exception failure) when (failure is InvalidDataException or ZstdException or IOException)
        {
            return [];
        }
    }

    private static byte[] UnpackZlib(ReadOnlyMemory<byte> packed, int size)
    {
        using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var content = new byte[size];
        return stream.ReadAtLeast(content, size, throwOnEndOfStream: false) == size ? content : [];
    }

    private static byte[] UnpackZstd(ReadOnlySpan<byte> packed, int size)
    {
        using var decompressor = new Decompressor();
        var content = new byte[size];
        return decompressor.TryUnwrap(packed, content, out var written) && written == size ? content : [];
    }
}
