using System.Collections.Immutable;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Elf;

/// <summary>A 64-bit little-endian ELF file. Damaged parts are left out: what is not there has no symbols. Source: the ELF-64 object file format, version 1.5.</summary>
internal sealed class ElfFile : IDisposable
{
    private const int HeaderBytes = 64;
    private const int SectionEntryBytes = 64;
    private const int SegmentEntryBytes = 56;
    private const int SectionCap = 1 << 20;
    private const uint LoadSegment = 1;
    private const ushort IndexInFirstSection = 0xffff;

    private readonly ByteFile _file;

    private ElfFile(ByteFile file) => _file = file;

    /// <summary>Path of the file.</summary>
    public string Path => _file.Path;

    /// <summary>Processor (EM_ value): 62 is x86-64, 183 arm64.</summary>
    public ushort Machine { get; private init; }

    /// <summary>The sections by index; the first is empty.</summary>
    public ImmutableArray<ElfSection> Sections { get; private init; } = [];

    /// <summary>What is loaded into memory, in the order of the file.</summary>
    public ImmutableArray<ElfSegment> Segments { get; private init; } = [];

    /// <summary>Opens a binary; null when there is none, or it is no 64-bit little-endian ELF file.</summary>
    public static ElfFile? TryOpen(string path) => ByteFile.TryOpen(path) is { } file ? TryRead(file) : null;

    /// <summary>The same for a file that is open already; it is closed with the binary, or at once when it is none.</summary>
    public static ElfFile? TryRead(ByteFile file)
    {
        if (Read(file) is { } elf)
        {
            return elf;
        }

        file.Dispose();
        return null;
    }

    /// <summary>The first section of a name; null when there is none.</summary>
    public ElfSection? Section(string name) => Sections.FirstOrDefault(section => section.Name == name);

    /// <summary>The first section of a type; null when there is none.</summary>
    public ElfSection? Section(uint type) => Sections.FirstOrDefault(section => section.Type == type);

    /// <summary>The bytes of a section, unpacked; empty when it has none or they are not all there.</summary>
    public byte[] Content(ElfSection? section)
    {
        if (section is null || section.Type == ElfSection.NoBits)
        {
            return [];
        }

        var bytes = _file.Piece(section.Offset, section.Size) ?? [];
        return (section.Flags & ElfSection.Compressed) != 0 ? CompressedSection.Unpack(bytes) : bytes;
    }

    /// <summary>A piece of a section as it is stored; empty when it is not all there.</summary>
    public byte[] Piece(ElfSection section, ulong offset, ulong length) =>
        section.Type != ElfSection.NoBits && offset <= section.Size && length <= section.Size - offset ? _file.Piece(unchecked(section.Offset + offset), length) ?? [] : [];

    /// <summary>True when all bytes of a section are in the file.</summary>
    public bool Holds(ElfSection section) =>
        section.Type != ElfSection.NoBits && section.Offset <= (ulong)_file.Length && section.Size <= (ulong)_file.Length - section.Offset;

    /// <summary>Reads what is there of a section as it is stored, up to the length of the target; tells how many bytes.</summary>
    public int Read(ElfSection section, long offset, Span<byte> target)
    {
        var left = (ulong)offset < section.Size ? section.Size - (ulong)offset : 0;
        return section.Type == ElfSection.NoBits ? 0 : _file.Read(unchecked((long)section.Offset + offset), target[..(int)Math.Min(left, (ulong)target.Length)]);
    }

    /// <summary>The virtual address of a place in the file, as the loader puts it; null outside of all segments.</summary>
    public ulong? AddressOf(ulong fileOffset)
    {
        foreach (var segment in Segments)
        {
            if (fileOffset >= segment.Offset && fileOffset - segment.Offset < segment.FileSize)
            {
                return segment.Address + (fileOffset - segment.Offset);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static ElfFile? Read(ByteFile file)
    {
        var bytes = new byte[HeaderBytes];
        var header = new SpanReader(bytes.AsSpan(0, file.Read(0, bytes)));
        var isElf = header.Take(4).SequenceEqual("\u007fELF"u8);
        var (wide, little) = (header.U8() == 2, header.U8() == 1);
        header.Seek(18);
        var machine = header.U16();
        header.Skip(12);
        var (segments, sections) = (header.U64(), header.U64());
        header.Skip(6);
        var (segmentBytes, segmentCount, sectionBytes) = (header.U16(), header.U16(), header.U16());
        var (sectionCount, names) = (header.U16(), header.U16());
        if (!isElf || !wide || !little || header.Overrun)
        {
            return null;
        }

        return new ElfFile(file)
        {
            Machine = machine,
            Segments = segmentBytes == SegmentEntryBytes ? ReadSegments(file.Piece(segments, (ulong)segmentCount * SegmentEntryBytes)) : [],
            Sections = sectionBytes == SectionEntryBytes ? ReadSections(file, sections, sectionCount, names) : [],
        };
    }

    private static ImmutableArray<ElfSegment> ReadSegments(byte[]? table)
    {
        var segments = ImmutableArray.CreateBuilder<ElfSegment>();
        for (var reader = new SpanReader(table); reader.Remaining >= SegmentEntryBytes;)
        {
            var type = reader.U32();
            reader.Skip(4);
            var (offset, address) = (reader.U64(), reader.U64());
            reader.Skip(8);
            var size = reader.U64();
            reader.Skip(16);
            if (type == LoadSegment)
            {
                segments.Add(new ElfSegment(offset, address, size));
            }
        }

        return segments.ToImmutable();
    }

    // Numbers that do not fit into the header stand in the otherwise empty first section.
    private static ImmutableArray<ElfSection> ReadSections(ByteFile file, ulong offset, ulong count, int names)
    {
        var first = Entries(file.Piece(offset, SectionEntryBytes)).FirstOrDefault();
        count = count == 0 ? first?.Size ?? 0 : count;
        names = names == IndexInFirstSection ? first?.Link ?? 0 : names;
        if (count > SectionCap)
        {
            return [];
        }

        var entries = Entries(file.Piece(offset, count * SectionEntryBytes));
        var text = names < entries.Count && names >= 0 ? file.Piece(entries[names].Offset, entries[names].Size) ?? [] : [];
        return [.. entries.Select(entry => entry with { Name = NameAt(text, entry.NameOffset) })];
    }

    private static List<ElfSection> Entries(byte[]? table)
    {
        var entries = new List<ElfSection>();
        for (var reader = new SpanReader(table); reader.Remaining >= SectionEntryBytes;)
        {
            var (name, type, flags) = (reader.U32(), reader.U32(), reader.U64());
            var (address, offset, size) = (reader.U64(), reader.U64(), reader.U64());
            var link = reader.I32();
            reader.Skip(12);
            entries.Add(new ElfSection("", name, type, flags, address, offset, size, link, reader.U64()));
        }

        return entries;
    }

    private static string NameAt(byte[] text, uint offset)
    {
        var reader = new SpanReader(text);
        reader.Seek(offset);
        return reader.ZeroTerminatedText();
    }
}
