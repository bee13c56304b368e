using PerfHunt.Profiling.AddressSpaces;
using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Demangling;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Reading;

/// <summary>Finds the functions at an address. Modules are opened when they are first hit, names are made readable once.</summary>
internal sealed class FrameResolver(ProcessHistory history, SymbolRegistry symbols)
{
    private readonly List<Resolved?> modules = [];

    /// <summary>The addresses that were asked for.</summary>
    public PlaceTable Places { get; } = new(symbols);

    /// <summary>The place of an address of a process at a time.</summary>
    public int Find(int pid, ulong address, ulong timeNs)
    {
        if (history.Find(pid, address, timeNs) is not { } mapping)
        {
            return PlaceTable.Nowhere;
        }

        var module = Open(mapping.Module);
        var inModule = mapping.InModule(address);
        var place = module.Known.Find(inModule);
        if (place < 0)
        {
            var symbol = symbols.Number(new SymbolKey(Name(module.Symbols, inModule), mapping.Module.Name));
            place = Places.Add(mapping.Module, inModule, [symbol]);
            module.Known.Add(inModule, place);
        }

        return place;
    }

    /// <summary>The virtual address of a place, as the linker laid it out; null where no file tells.</summary>
    public ulong? AddressOf(int place) =>
        Places.ModuleOf(place) is { } module ? modules[module.Id]?.Symbols.AddressOf(Places.InModule(place)) : null;

    /// <summary>What became of the search for a module's symbols; null when no address of it was asked for.</summary>
    public SymbolState? StateOf(Module module) => module.Id < modules.Count ? modules[module.Id]?.Symbols.State : null;

    private Resolved Open(Module module)
    {
        while (modules.Count <= module.Id)
        {
            modules.Add(null);
        }

        return modules[module.Id] ??= new Resolved(ModuleSymbols.Load(module), new KeyTable());
    }

    private static string Name(ModuleSymbols module, ulong inModule)
    {
        var index = module.AddressOf(inModule) is { } address ? module.Table.Find(address) : -1;
        return index < 0 ? SymbolShare.UnknownSymbol : Demangler.Readable(module.Table.Name(index));
    }

    private sealed record Resolved(ModuleSymbols Symbols, KeyTable Known);
}
