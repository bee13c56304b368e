using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Tests.Profiling.Elf;

public sealed class ElfSymbolsTests
{
    // The C++ library defines its versions as absolute data at address 0: `CXXABI_1.3`, which once got what lies before the first function.
    private const string LibraryOfVersions = "/usr/lib/x86_64-linux-gnu/libstdc++.so.6";

    [Test]
    public void Absolute_symbols_are_no_places()
    {
        RealTool.Require("g++");
        using var elf = ElfFile.TryOpen(LibraryOfVersions);
        Assume.That(elf, Is.Not.Null);
        var symbols = new SymbolTableBuilder();

        ElfSymbols.AddTo(symbols, elf!, ElfSection.DynamicSymbolTable);

        Assert.That(symbols.Build().Find(0x40), Is.EqualTo(-1));
    }
}
