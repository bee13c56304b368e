namespace PerfHunt.Profiling.Lines;

/// <summary>The source indexes of several binaries, each opened when it is first asked for.</summary>
/// <param name="cacheFolder">Where what was read is kept by build id; null to keep nothing.</param>
public sealed class SourceIndexes(string? cacheFolder) : IDisposable
{
    private readonly Dictionary<ModuleUse, SourceIndex> _known = [];

    /// <summary>The index of a recorded module; one that knows nothing where there is no such binary any more.</summary>
    public SourceIndex Of(ModuleUse module)
    {
        if (!_known.TryGetValue(module, out var index))
        {
            _known.Add(module, index = SourceIndex.Open(module.Path, module.BuildId, cacheFolder, module.KeptIn));
        }

        return index;
    }

    /// <summary>What was damaged, or is described in files that are not read; in sentences.</summary>
    public IEnumerable<string> Warnings => _known.SelectMany(pair => pair.Value.Warnings.Select(warning => $"{pair.Key.Path}: {warning}"));

    /// <summary>Keeps what was read.</summary>
    public void Dispose()
    {
        foreach (var index in _known.Values)
        {
            index.Dispose();
        }
    }
}
