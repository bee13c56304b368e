using System.Globalization;
using System.Text;

namespace PerfHunt.Profiling.Symbols;

/// <summary>
/// Reads the symbols that just-in-time compilers leave in <c>/tmp/perf-PID.map</c>: lines of start and size in hex and a name.
/// Lines that are not are left out. Source: tools/perf/Documentation/jit-interface.txt of the Linux kernel.
/// </summary>
internal static class PerfMapFile
{
    private const long SizeCap = 256 << 20;

    /// <summary>Reads a map file; an empty table when there is none.</summary>
    public static SymbolTable Read(string path)
    {
        var file = new FileInfo(path);
        try
        {
            // Only a regular file: the name is known to everyone who may write into /tmp.
            return file is { Exists: true, LinkTarget: null } && file.Length <= SizeCap ? Parse(File.ReadAllText(path)) : SymbolTable.Empty;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return SymbolTable.Empty;
        }
    }

    /// <summary>Reads the text of a map file.</summary>
    public static SymbolTable Parse(string map)
    {
        var symbols = new SymbolTableBuilder();
        var names = new MemoryStream();
        var lines = new List<(ulong Start, ulong Size, int Name)>();
        foreach (var range in map.AsSpan().Split('\n'))
        {
            var line = map.AsSpan(range).TrimEnd('\r');
            if (TryLine(line, out var start, out var size, out var name))
            {
                lines.Add((start, size, (int)names.Length));
                names.Write(Encoding.UTF8.GetBytes([.. name, '\0']));
            }
        }

        var text = symbols.AddText(names.ToArray());
        foreach (var (start, size, name) in lines)
        {
            symbols.Add(start, size, SymbolBinding.Global, text, name);
        }

        return symbols.Build();
    }

    private static bool TryLine(ReadOnlySpan<char> line, out ulong start, out ulong size, out ReadOnlySpan<char> name)
    {
        size = 0;
        name = default;
        var first = line.IndexOf(' ');
        var second = first < 0 ? -1 : line[(first + 1)..].IndexOf(' ') + first + 1;
        start = 0;
        if (second <= first || !TryHex(line[..first], out start) || !TryHex(line[(first + 1)..second], out size))
        {
            return false;
        }

        name = line[(second + 1)..];
        return name.Length > 0;
    }

    private static bool TryHex(ReadOnlySpan<char> text, out ulong value) =>
        ulong.TryParse(text.StartsWith("0x", StringComparison.Ordinal) ? text[2..] : text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
