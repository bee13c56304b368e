using System.Text;
using PerfHunt.Profiling.Annotation;
using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Demangling;
using PerfHunt.Profiling.Dwarf;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.Reading;
using PerfHunt.Profiling.Symbols;
using PerfHunt.Profiling.Unwinding;
using PerfHunt.Tests.Profiling.Dwarf;
using PerfHunt.Tests.Profiling.PerfData;

namespace PerfHunt.Tests.Profiling.Mutation;

/// <summary>The readers that must stand any bytes, each with sound examples to damage.</summary>
internal static class MutationTargets
{
    private static readonly string[] Names =
    [
        "_RINvMs2_NtC4span4spanNtB6_4Span8try_daysINtNtB8_4util5ri128Knn80_Kn7f_EEB8_",
        "_RNCINvNtC4main3foo3barDINtC4core8IteratorlEp4ItemFG_RL0_hEuEL_E0B8_",
        "_RNqCs4fqI2P2rA04_11utf8_identsu30____7hkackfecea1cbdathfdh9hlq6y",
        "_ZN67_$LT$alloc..vec..Vec$LT$T$C$A$GT$$u20$as$u20$core..clone..Clone$GT$5clone17h0123456789abcdefE",
        "_ZN4llvm17make_filter_rangeINS_14iterator_rangeIPKNS_14MachineOperandEEESt8functionIFbRS3_EEEENS1_INS_20filter_iterator_implIDTclsr3stdE5beginclsr3stdE7declvalIRT_EEEET0_NS_6detail15fwd_or_bidi_tagISD_E4typeEEEEEOSB_SE_",
        "_ZN4llvm10make_errorINS_11StringErrorEJRA19_KcSt10error_codeEEENS_5ErrorEDpOT0_",
        "_ZZ1fvENKUlT_E_clIiEEDaS_.constprop.0",
        "_ZN1CcvT_IiEEv",
    ];

    /// <summary>All of them: a name, sound examples, and what is done with damaged ones.</summary>
    public static IReadOnlyList<(string Name, byte[][] Examples, Action<byte[]> Read)> All { get; } =
    [
        ("recordings", [Flat(), Chains(), Stacks(), Compressed()], bytes => new PerfDataReader().Read(new ByteFile("mutated", bytes))),
        ("binaries", [File.ReadAllBytes("/proc/self/exe")], ReadBinary),
        ("debug information", [DebugBinary.Build(4), DebugBinary.Build(5)], ReadDebugInformation),
        ("kept indexes", [KeptIndex(4), KeptIndex(5)], ReadIndex),
        ("names", [.. Names.Select(Encoding.Latin1.GetBytes)], bytes => Demangler.Readable(Encoding.Latin1.GetString(bytes))),
        ("map files", [Encoding.UTF8.GetBytes("1000 20 one\n1020 20 two three\n")], bytes => PerfMapFile.Parse(Encoding.UTF8.GetString(bytes)).Find(0x1010)),
    ];

    private static void ReadBinary(byte[] bytes)
    {
        using var elf = ElfFile.TryRead(new ByteFile("mutated", bytes));
        if (elf is null)
        {
            return;
        }

        ElfNotes.BuildId(elf);
        var symbols = new SymbolTableBuilder();
        ElfSymbols.AddTo(symbols, elf, ElfSection.SymbolTable);
        ElfSymbols.AddTo(symbols, elf, ElfSection.DynamicSymbolTable);
        PltSymbols.AddTo(symbols, elf);
        var table = symbols.Build();
        _ = X64Instructions.At(elf, table, Enumerable.Range(0, Math.Min(table.Count, 4)).Select(table.Start));
        var frames = FrameTable.Read(elf);
        for (ulong offset = 0; offset < 0x20000; offset += 0x777)
        {
            if (elf.AddressOf(offset) is not { } address)
            {
                continue;
            }

            frames.Find(address);
            if (table.Find(address) is >= 0 and var found)
            {
                table.Name(found);
            }
        }
    }

    private static void ReadDebugInformation(byte[] bytes)
    {
        using var index = SourceIndex.Open(ElfFile.TryRead(new ByteFile("mutated", bytes)), cacheFolder: null);
        for (ulong address = 0; address < 0x1200; address += 0x20)
        {
            index.FramesAt(address);
        }

        _ = index.Warnings;
    }

    private static void ReadIndex(byte[] bytes)
    {
        if (UnitBlock.Read(bytes) is { } unit)
        {
            var frames = new List<SourceFrame>();
            for (ulong address = 0; address < 0x1200; address += 0x20)
            {
                unit.AddFrames(address, frames);
            }
        }
    }

    private static byte[] KeptIndex(int version)
    {
        var sections = DebugSections.Find(ElfFile.TryRead(new ByteFile("made", DebugBinary.Build(version)))!)!;
        var units = new UnitTable(sections);
        return UnitBlock.Write(new UnitIndexer(sections, units).Read(units.All[0]));
    }

    private static byte[] Flat()
    {
        var builder = new RecordingBuilder().Exec(7).Map(7, 0x1000, 0x1000, "/no/such/a").Map(7, 0x1800, 0x4000, "/no/such/b").Fork(8, 7, 4).Lost(3);
        for (ulong index = 0; index < 20; index++)
        {
            builder.Sample(7 + (int)(index % 2), 0x1000 + (index * 0x111), 5 + index, 10, 1 + (index % 3));
        }

        return builder.Build(events: 2);
    }

    private static byte[] Chains()
    {
        var builder = new RecordingBuilder(withChains: true).Exec(7).Map(7, 0x1000, 0x1000, "/no/such/a").Map(7, 0x3000, 0x1000, "//anon");
        for (ulong index = 0; index < 20; index++)
        {
            builder.Sample(7, 0x1000 + (index * 0x111), 5 + index, 10, callers: [0x1100, 0x1200 + index, 0x3300, 0x9900]);
        }

        return builder.Build();
    }

    // Code of a real binary, so that its unwinding rules are run over damaged stacks.
    private static byte[] Stacks()
    {
        var builder = new RecordingBuilder(withStacks: true).Exec(7).Map(7, 0x100000, 0x100000, "/proc/self/exe");
        for (ulong index = 0; index < 20; index++)
        {
            builder.Sample(7, 0x104000 + (index * 0x333), 5 + index, 10, callers: [0x105000 + (index * 0x77), 0x106000, 0x107000, 0x300000]);
        }

        return builder.Build();
    }

    // The records of the other one, packed into a single record.
    private static byte[] Compressed()
    {
        const int DataPlaceAt = 40;
        var plain = Flat();
        var dataAt = (int)BitConverter.ToUInt64(plain, DataPlaceAt);
        using var compressor = new ZstdSharp.Compressor();
        var packed = compressor.Wrap(plain.AsSpan(dataAt));
        var size = packed.Length + 8;
        byte[] file = [.. plain[..dataAt], .. BitConverter.GetBytes(81u), 0, 0, .. BitConverter.GetBytes((ushort)size), .. packed];
        BitConverter.GetBytes((ulong)size).CopyTo(file, DataPlaceAt + 8);
        return file;
    }
}
