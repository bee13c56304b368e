using System.Text;

namespace PerfHunt.Tests.Profiling.Dwarf;

/// <summary>
/// A binary made by hand: one unit of one function at 0x1000 to 0x1100, another inlined into it at 0x1040 to 0x1050 and 0x1060 to 0x1070,
/// called in line 7; a function that the linker dropped; a type that is led over. Lines 1 at 0x1000, 5 at 0x1040, 6 at 0x1050.
/// </summary>
internal static class DebugBinary
{
    private const int HeaderBytes = 64;

    /// <summary>The bytes, in one of the versions 4 and 5.</summary>
    public static byte[] Build(int version)
    {
        var sections = version == 5 ? Five() : Four();
        sections.Add((".debug_line", version == 5 ? LinesOfFive() : LinesOfFour()));
        sections.Add((".debug_str", [0, .. Text("_ZN1a5outerEv"), .. Text("unused")]));
        return Elf(sections);
    }

    private static List<(string Name, byte[] Content)> Four()
    {
        byte[] entries =
        [
            1, .. U32(0), .. Text("/src"), .. U64(0x1000), .. U32(0),
            5, .. U32(0), .. Text("type"), 4, .. Text("method"), 0,
            4, .. Text("inner"),
            2, .. Text("outer"), .. U32(1), .. U64(0x1000), .. U32(0x100),
            3, .. U32(0), .. U32(0x30), 1, 7,
            0,
            2, .. Text("dropped"), .. U32(1), .. U64(0), .. U32(0x2000),
            3, .. U32(0), .. U32(0x30), 1, 9,
            0,
            0,
        ];
        const int HeadBytes = 11;
        Put(entries, Find(entries, 5, "type") + 1, U32(HeadBytes + Find(entries, 4, "inner")));
        PutAll(entries, [3, .. U32(0), .. U32(0x30)], [3, .. U32(HeadBytes + Find(entries, 4, "inner")), .. U32(0x30)]);
        byte[] head = [.. U16(4), .. U32(0), 8];
        byte[] ranges =
        [
            .. U64(0), .. U64(0x100), .. U64(ulong.MaxValue), .. U64(0), .. U64(0), .. U64(0),
            .. U64(0x40), .. U64(0x50), .. U64(0x60), .. U64(0x70), .. U64(0), .. U64(0),
        ];
        return
        [
            (".debug_info", [.. U32(head.Length + entries.Length), .. head, .. entries]),
            (".debug_abbrev",
            [
                1, 0x11, 1, 0x10, 0x17, 0x1b, 0x08, 0x11, 0x01, 0x55, 0x17, 0, 0,
                2, 0x2e, 1, 0x03, 0x08, 0x6e, 0x0e, 0x11, 0x01, 0x12, 0x06, 0, 0,
                3, 0x1d, 0, 0x31, 0x13, 0x55, 0x17, 0x58, 0x0b, 0x59, 0x0b, 0, 0,
                4, 0x2e, 0, 0x03, 0x08, 0, 0,
                5, 0x13, 1, 0x01, 0x13, 0x03, 0x08, 0, 0,
                0,
            ]),
            (".debug_ranges", ranges),
        ];
    }

    private static List<(string Name, byte[] Content)> Five()
    {
        byte[] entries =
        [
            1, .. U32(8), .. U32(8), .. U32(12), .. U32(0), .. Text("/src"), 0, 0,
            4, .. Text("inner"),
            2, .. Text("outer"), 0, 0, .. U32(0x100),
            3, .. U32(0), 1, 7,
            0,
            2, .. Text("dropped"), 0, 1, .. U32(0x2000),
            0,
            0,
        ];
        const int HeadBytes = 12;
        PutAll(entries, [3, .. U32(0)], [3, .. U32(HeadBytes + Find(entries, 4, "inner"))]);
        byte[] head = [.. U16(5), 1, 8, .. U32(0)];
        byte[] unitRanges = [7, .. U64(0x1000), 0x80, 0x02, 0];
        byte[] inlinedRanges = [5, .. U64(0x1000), 4, 0x40, 0x50, 4, 0x60, 0x70, 0];
        byte[] lists = [.. U16(5), 8, 0, .. U32(2), .. U32(8), .. U32(8 + unitRanges.Length), .. unitRanges, .. inlinedRanges];
        return
        [
            (".debug_info", [.. U32(head.Length + entries.Length), .. head, .. entries]),
            (".debug_abbrev",
            [
                1, 0x11, 1, 0x72, 0x17, 0x73, 0x17, 0x74, 0x17, 0x10, 0x17, 0x1b, 0x08, 0x11, 0x1b, 0x55, 0x23, 0, 0,
                2, 0x2e, 1, 0x03, 0x08, 0x6e, 0x25, 0x11, 0x1b, 0x12, 0x06, 0, 0,
                3, 0x1d, 0, 0x31, 0x13, 0x55, 0x23, 0x58, 0x21, 1, 0x59, 0x0b, 0, 0,
                4, 0x2e, 0, 0x03, 0x08, 0, 0,
                0,
            ]),
            (".debug_rnglists", [.. U32(lists.Length), .. lists]),
            (".debug_addr", [.. U32(20), .. U16(5), 8, 0, .. U64(0x1000), .. U64(0)]),
            (".debug_str_offsets", [.. U32(8), .. U16(5), 0, 0, .. U32(1)]),
            (".debug_line_str", [.. Text("/src")]),
        ];
    }

    private static byte[] LinesOfFour()
    {
        byte[] head = [1, 1, 1, unchecked((byte)-5), 14, 13, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0, .. Text("a.c"), 0, 0, 0, 0];
        return Program(4, [], head);
    }

    private static byte[] LinesOfFive()
    {
        byte[] head =
        [
            1, 1, 1, unchecked((byte)-5), 14, 13, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1,
            1, 1, 0x1f, 1, .. U32(0),
            2, 1, 0x08, 2, 0x0b, 2, .. Text("a.c"), 0, .. Text("a.c"), 0,
        ];
        return Program(5, [8, 0], head);
    }

    private static byte[] Program(int version, byte[] sizes, byte[] head)
    {
        byte[] program = [0, 9, 2, .. U64(0x1000), 1, 3, 4, 2, 0x40, 1, 3, 1, 2, 0x10, 1, 2, 0xb0, 0x01, 0, 1, 1];
        byte[] all = [.. U16(version), .. sizes, .. U32(head.Length), .. head, .. program];
        return [.. U32(all.Length), .. all];
    }

    private static byte[] Elf(List<(string Name, byte[] Content)> sections)
    {
        byte[] names = [0, .. sections.SelectMany(section => Text(section.Name)), .. Text(".names")];
        sections.Add((".names", names));
        var content = new List<byte>();
        var table = new List<byte>(new byte[64]);
        foreach (var (name, bytes) in sections)
        {
            var nameAt = Encoding.ASCII.GetString(names).IndexOf($"\0{name}\0", StringComparison.Ordinal) + 1;
            table.AddRange([.. U32(nameAt), .. U32(1), .. U64(0), .. U64(0), .. U64((ulong)(HeaderBytes + content.Count)), .. U64((ulong)bytes.Length), .. U32(0), .. U32(0), .. U64(1), .. U64(0)]);
            content.AddRange(bytes);
        }

        byte[] header =
        [
            0x7f, .. "ELF"u8, 2, 1, 1, .. new byte[9], .. U16(3), .. U16(62), .. U32(1), .. U64(0), .. U64(0), .. U64((ulong)(HeaderBytes + content.Count)),
            .. U32(0), .. U16(64), .. U16(56), .. U16(0), .. U16(64), .. U16(sections.Count + 1), .. U16(sections.Count),
        ];
        return [.. header, .. content, .. table];
    }

    private static int Find(byte[] entries, byte code, string name) => entries.AsSpan().IndexOf([code, .. code == 5 ? U32(0) : [], .. Text(name)]);

    private static void Put(byte[] bytes, int at, byte[] value) => value.CopyTo(bytes, at);

    private static void PutAll(byte[] bytes, byte[] old, byte[] value)
    {
        for (var at = bytes.AsSpan().IndexOf(old); at >= 0; at = bytes.AsSpan().IndexOf(old))
        {
            Put(bytes, at, value);
        }
    }

    private static byte[] Text(string text) => [.. Encoding.ASCII.GetBytes(text), 0];

    private static byte[] U16(int value) => BitConverter.GetBytes((ushort)value);

    private static byte[] U32(int value) => BitConverter.GetBytes(value);

    private static byte[] U64(ulong value) => BitConverter.GetBytes(value);
}
