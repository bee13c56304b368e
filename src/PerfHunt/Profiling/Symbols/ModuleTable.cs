using System.Globalization;

namespace PerfHunt.Profiling.Symbols;

/// <summary>The modules of a recording, each once.</summary>
internal sealed class ModuleTable(IReadOnlyDictionary<string, string> buildIds, string? recording = null)
{
    private static readonly string[] GeneratedMarks = ["//anon", "/dev/zero", "/anon_hugepage", "/memfd:", "[anon"];

    private readonly Dictionary<(string Path, string? BuildId), Module> _known = [];
    private readonly List<Module> _modules = [];

    /// <summary>All modules by number.</summary>
    public IReadOnlyList<Module> All => _modules;

    /// <summary>The module of a mapping.</summary>
    /// <param name="path">As the kernel told it.</param>
    /// <param name="pid">The process; generated code belongs to one.</param>
    /// <param name="buildId">Build id in the mapping, or null.</param>
    public Module Get(string path, int pid, string? buildId)
    {
        var generated = GeneratedMarks.Any(mark => path.StartsWith(mark, StringComparison.Ordinal));
        var place = generated ? KeptMaps.Of(recording, pid) : path;
        buildId ??= buildIds.TryGetValue(path, out var listed) ? listed : null;
        if (_known.TryGetValue((place, buildId), out var module))
        {
            return module;
        }

        module = new Module(place, generated ? string.Create(CultureInfo.InvariantCulture, $"[JIT] tid {pid}") : ShortName(path), _modules.Count, generated ? pid : -1) { BuildId = buildId, KeptIn = Path.GetDirectoryName(recording) };
        _modules.Add(module);
        _known.Add((place, buildId), module);
        return module;
    }

    private static string ShortName(string path) =>
        path.StartsWith('[') || path.EndsWith('/') ? path : path[(path.LastIndexOf('/') + 1)..];
}
