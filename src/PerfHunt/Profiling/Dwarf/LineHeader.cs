using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>The head of a line program: its parameters and its files. Source: DWARF 5, section 6.2.4; DWARF 4, section 6.2.4.</summary>
internal sealed class LineHeader
{
    private const int PathName = 1, FolderNumber = 2;

    private LineHeader()
    {
    }

    /// <summary>What forms depend on.</summary>
    public UnitShape Shape { get; private init; }

    /// <summary>Factor of advances.</summary>
    public int InstructionBytes { get; private set; }

    /// <summary>Least advance of lines by one special instruction.</summary>
    public int LineBase { get; private set; }

    /// <summary>How many advances of lines there are.</summary>
    public int LineRange { get; private set; }

    /// <summary>First special instruction.</summary>
    public int OpcodeBase { get; private set; }

    /// <summary>How many operands each standard instruction has, from number 1.</summary>
    public byte[] OperandCounts { get; private set; } = [];

    /// <summary>Paths of the files, by number.</summary>
    public TextPoolBuilder Files { get; } = new();

    /// <summary>Where instructions begin, and end.</summary>
    public (int Start, int End) Program { get; private set; }

    /// <summary>Reads the head of a program; null when it is damaged.</summary>
    public static LineHeader? Read(ReadOnlySpan<byte> section, DebugUnit unit, TextReader texts)
    {
        var reader = new SpanReader(section);
        ulong length = reader.U32();
        var wide = length == uint.MaxValue;
        length = wide ? reader.U64() : length;
        var end = reader.Position + (long)Math.Min(length, int.MaxValue);
        int version = reader.U16();
        var addressBytes = version >= 5 ? reader.U8() : unit.Shape.AddressBytes;
        reader.Skip(version >= 5 ? 1 : 0);
        var header = new LineHeader { Shape = new UnitShape(version, addressBytes, wide ? 8 : 4) };
        var headerLength = wide ? reader.U64() : reader.U32();
        var start = reader.Position + (long)Math.Min(headerLength, int.MaxValue);
        header.InstructionBytes = reader.U8();
        reader.Skip(version >= 4 ? 1 : 0);
        reader.Skip(1);
        header.LineBase = unchecked((sbyte)reader.U8());
        (header.LineRange, header.OpcodeBase) = (reader.U8(), reader.U8());
        header.OperandCounts = reader.Take(Math.Max(header.OpcodeBase - 1, 0)).ToArray();
        if (reader.Overrun || version is < 2 or > 5 || end > section.Length || start > end || header.LineRange == 0 || addressBytes is not (4 or 8))
        {
            return null;
        }

        header.Program = ((int)start, (int)end);
        if (version >= 5)
        {
            header.ReadFiles(ref reader, section, unit, texts);
        }
        else
        {
            header.ReadOldFiles(ref reader, unit);
        }

        return reader.Overrun ? null : header;
    }

    private void ReadOldFiles(ref SpanReader reader, DebugUnit unit)
    {
        var folders = new List<byte[]> { unit.Folder ?? [] };
        while (!reader.Overrun && reader.ZeroTerminated() is { IsEmpty: false } folder)
        {
            folders.Add(Joined(folders[0], folder));
        }

        // Files are counted from 1.
        Files.Add([]);
        while (!reader.Overrun && reader.ZeroTerminated() is { IsEmpty: false } name)
        {
            var folder = reader.Uleb();
            reader.Uleb();
            reader.Uleb();
            Files.Add(Joined(folder < (ulong)folders.Count ? folders[(int)folder] : [], name));
        }
    }

    private void ReadFiles(ref SpanReader reader, ReadOnlySpan<byte> section, DebugUnit unit, TextReader texts)
    {
        var folders = new List<byte[]>();
        foreach (var (path, _) in ReadTable(ref reader, section, unit, texts))
        {
            folders.Add(Joined(folders.Count == 0 ? unit.Folder ?? [] : folders[0], path));
        }

        foreach (var (path, folder) in ReadTable(ref reader, section, unit, texts))
        {
            Files.Add(Joined(folder < (ulong)folders.Count ? folders[(int)folder] : [], path));
        }
    }

    private List<(byte[] Path, ulong Folder)> ReadTable(ref SpanReader reader, ReadOnlySpan<byte> section, DebugUnit unit, TextReader texts)
    {
        var formats = new AttributeShape[reader.U8()];
        for (var index = 0; index < formats.Length; index++)
        {
            formats[index] = new AttributeShape((int)Math.Min(reader.Uleb(), ushort.MaxValue), (int)Math.Min(reader.Uleb(), ushort.MaxValue), 0);
        }

        var entries = new List<(byte[] Path, ulong Folder)>();
        for (var count = reader.Uleb(); count > 0 && !reader.AtEnd && formats.Length > 0; count--)
        {
            byte[] path = [];
            ulong folder = 0;
            foreach (var format in formats)
            {
                var value = FormReader.Read(ref reader, format, Shape, out var form);
                path = format.Name == PathName ? texts.Read(unit, section, new AttributeValue(format.Name, form, value)).ToArray() : path;
                folder = format.Name == FolderNumber ? value : folder;
            }

            entries.Add((path, folder));
        }

        return entries;
    }

    private static byte[] Joined(byte[] folder, ReadOnlySpan<byte> path) =>
        folder.Length == 0 || (path.Length > 0 && path[0] == (byte)'/') ? path.ToArray()
        : folder[^1] == (byte)'/' ? [.. folder, .. path]
        : [.. folder, (byte)'/', .. path];
}
