using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Elf;

/// <summary>The symbols of one module, wherever they were found.</summary>
/// <param name="State">What became of the search.</param>
/// <param name="Table">The symbols by address; empty when there are none.</param>
internal sealed record ModuleSymbols(SymbolState State, SymbolTable Table)
{
    private ElfFile? Runtime { get; init; }

    /// <summary>The address that the table has for a place in the module.</summary>
    /// <param name="inModule">Offset in the file that was run; for generated code the address itself.</param>
    public ulong? AddressOf(ulong inModule) => Runtime is null ? inModule : Runtime.AddressOf(inModule);

    /// <summary>Searches the symbols of a module: its own table, then its debug file's, then what it exports.</summary>
    public static ModuleSymbols Load(Module module)
    {
        if (module.IsGenerated)
        {
            var map = PerfMapFile.Read(module.Path);
            return new ModuleSymbols(map.Count > 0 ? SymbolState.Found : SymbolState.NotAFile, map);
        }

        using var elf = ModuleFile.Open(module, out var state);
        return elf is null ? new ModuleSymbols(state, SymbolTable.Empty) : FromElf(elf);
    }

    private static ModuleSymbols FromElf(ElfFile elf)
    {
        var symbols = new SymbolTableBuilder();
        ElfSymbols.AddTo(symbols, elf, ElfSection.SymbolTable);
        if (symbols.Count == 0)
        {
            using var debug = DebugFiles.Find(elf);
            if (debug is not null)
            {
                ElfSymbols.AddTo(symbols, debug, ElfSection.SymbolTable);
            }
        }

        if (symbols.Count == 0)
        {
            ElfSymbols.AddTo(symbols, elf, ElfSection.DynamicSymbolTable);
        }

        PltSymbols.AddTo(symbols, elf);
        var table = symbols.Build();
        return new ModuleSymbols(table.Count > 0 ? SymbolState.Found : SymbolState.Stripped, table) { Runtime = elf };
    }
}
