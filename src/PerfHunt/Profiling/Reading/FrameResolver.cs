using PerfHunt.Profiling.AddressSpaces;
using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.Demangling;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Reading;

/// <summary>Finds the functions at an address. Modules are opened when they are first hit, names are made readable once.</summary>
/// <param name="history">What was mapped.</param>
/// <param name="symbols">Numbers for functions.</param>
/// <param name="sources">Tells what was inlined; null to leave it out.</param>
internal sealed class FrameResolver(ProcessHistory history, SymbolRegistry symbols, SourceIndexes? sources = null)
{
    private readonly List<Resolved?> _modules = [];
    private readonly List<int> _chain = [];

    /// <summary>The addresses that were asked for.</summary>
    public PlaceTable Places { get; } = new(symbols);

    /// <summary>The place of an address of a process at a time.</summary>
    /// <param name="pid">The process.</param>
    /// <param name="address">The address.</param>
    /// <param name="timeNs">When.</param>
    /// <param name="isInKernel">True for who called the kernel: in an exec that is the program that is being replaced.</param>
    public int Find(int pid, ulong address, ulong timeNs, bool isInKernel = false)
    {
        if ((history.Find(pid, address, timeNs) ?? (isInKernel ? history.FindBeforeExec(pid, address, timeNs) : null)) is not { } mapping)
        {
            return PlaceTable.Nowhere;
        }

        var module = Open(mapping.Module);
        var inModule = mapping.InModule(address);
        var place = module.Known.Find(inModule);
        if (place < 0)
        {
            _chain.Clear();
            _chain.Add(symbols.Number(Key(module.Symbols, mapping.Module, inModule)));
            AddInlined(module, mapping.Module, inModule);
            place = Places.Add(mapping.Module, inModule, _chain);
            module.Known.Add(inModule, place);
        }

        return place;
    }

    /// <summary>The virtual address of a place, as the linker laid it out; null where no file tells.</summary>
    public ulong? AddressOf(int place) =>
        Places.ModuleOf(place) is { } module ? _modules[module.Id]?.Symbols.AddressOf(Places.InModule(place)) : null;

    /// <summary>What became of the search for a module's symbols; null when no address of it was asked for.</summary>
    public SymbolState? StateOf(Module module) => module.Id < _modules.Count ? _modules[module.Id]?.Symbols.State : null;

    // Frames come innermost first, and the last one is the function that has code here: the symbol table named it already.
    private void AddInlined(Resolved module, Module of, ulong inModule)
    {
        if (module.Sources is not { HasDebugInfo: true } || module.Symbols.AddressOf(inModule) is not { } address)
        {
            return;
        }

        var frames = module.Sources.FramesAt(address);
        for (var index = frames.Length - 2; index >= 0; index--)
        {
            _chain.Add(symbols.Number(new StackFrame(frames[index].Function ?? SymbolShare.UnknownSymbol, of.Name)));
        }
    }

    private Resolved Open(Module module)
    {
        while (_modules.Count <= module.Id)
        {
            _modules.Add(null);
        }

        return _modules[module.Id] ??= new Resolved(
            ModuleSymbols.Load(module), new KeyTable(), module.IsFile ? sources?.Of(module.Use) : null);
    }

    // A managed method belongs to its assembly, in whatever process it was compiled.
    private static StackFrame Key(ModuleSymbols symbols, Module module, ulong inModule)
    {
        var index = symbols.AddressOf(inModule) is { } address ? symbols.Table.Find(address) : -1;
        if (index < 0)
        {
            return new StackFrame(SymbolShare.UnknownSymbol, module.Name);
        }

        var name = symbols.Table.Name(index);
        return module.IsGenerated && ManagedName.Read(name) is { } managed
            ? new StackFrame(managed.Method, managed.Assembly)
            : new StackFrame(Demangler.Readable(name), module.Name);
    }

    private sealed record Resolved(ModuleSymbols Symbols, KeyTable Known, SourceIndex? Sources);
}
