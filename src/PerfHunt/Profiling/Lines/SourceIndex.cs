using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Profiling.Dwarf;
using PerfHunt.Profiling.Elf;

namespace PerfHunt.Profiling.Lines;

/// <summary>
/// The source lines and the inlined functions of one binary, from its debug information (DWARF 2 to 5). Of the units of a binary only
/// those are read that an address is asked of, each once; what was read is kept by build id. Not for several threads at a time.
/// </summary>
public sealed class SourceIndex : IDisposable
{
    private readonly DebugSections? _sections;
    private readonly string? _cacheFile;
    private readonly List<SourceFrame> _frames = [];
    private IndexFile? _cache;
    private UnitTable? _table;
    private UnitIndexer? _indexer;
    private UnitIndex?[] _units;
    private ulong[] _starts;
    private int[] _numbers;
    private bool _isNew;

    private SourceIndex(DebugSections? sections, string? cacheFile, string buildId)
    {
        _sections = sections;
        _cacheFile = sections is null ? null : cacheFile;
        _cache = _cacheFile is null ? null : IndexFile.TryRead(_cacheFile, buildId);
        BuildId = buildId;
        (_starts, _numbers, _units) = _cache is null ? ([], [], []) : (_cache.Starts, _cache.Numbers, new UnitIndex?[_cache.UnitCount]);
        if (_cache is null)
        {
            ReadUnits();
        }
    }

    /// <summary>The build id of the binary; empty when it has none.</summary>
    public string BuildId { get; }

    /// <summary>True when there is debug information.</summary>
    public bool HasDebugInfo => _sections is not null;

    /// <summary>What was damaged, or is described in files that are not read; in sentences.</summary>
    public ImmutableArray<string> Warnings => [.. Told().Where(told => told.Count > 0).Select(told => string.Create(CultureInfo.InvariantCulture, $"{told.Count} {told.What}"))];

    /// <summary>Opens a binary, or the debug file that belongs to it.</summary>
    /// <param name="path">The binary.</param>
    /// <param name="buildId">The build id that it must have, lower-case hex; null to take it as it is. Of another build nothing is known.</param>
    /// <param name="cacheFolder">Where what was read is kept by build id; null to keep nothing.</param>
    /// <param name="keptIn">A folder with copies of binaries by build id, for a binary that was built again; null for none.</param>
    public static SourceIndex Open(string path, string? buildId = null, string? cacheFolder = null, string? keptIn = null)
    {
        var elf = ElfFile.TryOpen(path);
        if (elf is not null && buildId is not null && ElfNotes.BuildId(elf) != buildId)
        {
            elf.Dispose();
            elf = null;
        }

        elf ??= buildId is null ? null : DebugFiles.FindByBuildId(buildId, keptIn);
        return Open(elf, cacheFolder);
    }

    /// <summary>The same for a binary that is open already, or for none; it is closed with the index.</summary>
    internal static SourceIndex Open(ElfFile? elf, string? cacheFolder)
    {
        var id = elf is null ? "" : ElfNotes.BuildId(elf) ?? "";
        var file = cacheFolder is null || id.Length == 0 ? null : Path.Combine(cacheFolder, $"{id}.lines");
        return new SourceIndex(elf is null ? null : DebugSections.Find(elf), file, id);
    }

    /// <summary>What is at an address, innermost function first; empty when nothing is known.</summary>
    /// <param name="address">Virtual address as the linker laid it out. Callers are asked for inside their call, one below the return address.</param>
    public ImmutableArray<SourceFrame> FramesAt(ulong address)
    {
        _frames.Clear();
        if (UnitAt(address) is >= 0 and var number && Unit(number) is { } unit)
        {
            unit.AddFrames(address, _frames);
        }

        return [.. _frames];
    }

    /// <summary>Keeps what was read. A folder that cannot be written only costs the next reader its time.</summary>
    public void Dispose()
    {
        // What a shared file would have told is asked for again: it may be installed by then.
        if (_isNew && _cacheFile is not null && _indexer?.NamesElsewhere == 0)
        {
            IndexFile.TryWrite(_cacheFile, BuildId, _starts, _numbers, _units, _cache, [.. Told().Select(told => told.Count)]);
        }

        _cache?.Dispose();
        _cache = null;
        _isNew = false;
        _sections?.Dispose();
    }

    private int UnitAt(ulong address)
    {
        var (low, high) = (0, _starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _starts[middle] <= address ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? _numbers[low - 1] : -1;
    }

    private UnitIndex? Unit(int number)
    {
        if ((uint)number >= (uint)_units.Length)
        {
            return null;
        }

        return _units[number] ??= _cache?.Read(number) ?? ReadUnit(number);
    }

    private UnitIndex? ReadUnit(int number)
    {
        if (_table is null)
        {
            ReadUnits();
        }

        if (_indexer is null || number >= _table!.All.Count)
        {
            return null;
        }

        _isNew = true;
        return _indexer.Read(_table.All[number]);
    }

    // With a sound cache, units are numbered as they were; of another debug file of the same build, what was kept is of no use.
    private void ReadUnits()
    {
        if (_sections is null)
        {
            return;
        }

        _table = new UnitTable(_sections);
        _indexer = new UnitIndexer(_sections, _table);
        if (_table.All.Count != _units.Length)
        {
            _cache?.Dispose();
            _cache = null;
            _units = new UnitIndex?[_table.All.Count];
        }

        (_starts, _numbers) = (_table.Starts, _table.Numbers);
    }

    private IEnumerable<(long Count, string What)> Told()
    {
        var known = _cache?.Counts ?? [];
        yield return (Math.Max(Known(known, 0), _table?.Damaged ?? 0) + (_indexer?.Damaged ?? 0), "units of debug information are damaged");
        yield return (Math.Max(Known(known, 1), _table?.All.Count(unit => unit.IsSplit) ?? 0), "units are described in .dwo files, so their inlined functions are unknown");
        yield return (Known(known, 2) + (_indexer?.NamesElsewhere ?? 0), "names of functions are in a shared debug file (dwz) that is not there, so they are unknown");
    }

    private static long Known(long[] counts, int number) => number < counts.Length ? counts[number] : 0;
}
