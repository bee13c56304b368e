using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.Reading;

/// <summary>Numbers for the addresses that a recording holds: an address in a module is looked up once.</summary>
internal sealed class PlaceTable
{
    /// <summary>All of the kernel.</summary>
    public const int Kernel = 0;

    /// <summary>All that lies outside of every module.</summary>
    public const int Nowhere = 1;

    private readonly List<int> _chains = [];
    private readonly List<int> _chainStarts = [0];
    private readonly List<Module?> _modules = [];
    private readonly List<ulong> _addresses = [];

    public PlaceTable(SymbolRegistry symbols)
    {
        var chain = new List<int>();
        chain.Add(symbols.Kernel);
        Add(null, 0, chain);
        chain[0] = symbols.Nowhere;
        Add(null, 0, chain);
    }

    /// <summary>How many there are.</summary>
    public int Count => _modules.Count;

    /// <summary>Adds one; gives its number.</summary>
    /// <param name="module">Its module, or null.</param>
    /// <param name="inModule">Its place in the module.</param>
    /// <param name="symbols">The function there, then what was inlined into it, innermost last.</param>
    public int Add(Module? module, ulong inModule, List<int> symbols)
    {
        foreach (var symbol in symbols)
        {
            _chains.Add(symbol);
        }

        _chainStarts.Add(_chains.Count);
        _modules.Add(module);
        _addresses.Add(inModule);
        return _modules.Count - 1;
    }

    /// <summary>The function of a place, without what was inlined.</summary>
    public int Symbol(int place) => _chains[_chainStarts[place]];

    /// <summary>How many functions are at a place: itself and what was inlined.</summary>
    public int Depth(int place) => _chainStarts[place + 1] - _chainStarts[place];

    /// <summary>One of the functions at a place; 0 is the outermost.</summary>
    public int Symbol(int place, int depth) => _chains[_chainStarts[place] + depth];

    /// <summary>The module of a place, or null.</summary>
    public Module? ModuleOf(int place) => _modules[place];

    /// <summary>Where in its module a place is.</summary>
    public ulong InModule(int place) => _addresses[place];
}
