using PerfHunt.Profiling.Demangling;
using PerfHunt.Profiling.Lines;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>The functions and lines of one unit by address. Addresses are kept as distances from <see cref="Base"/>.</summary>
internal sealed class UnitIndex
{
    // Compilers stop inlining long before; a damaged cache must not lead round in a circle.
    private const int DepthCap = 512;

    private string?[]? _names;
    private string?[]? _files;

    /// <summary>What distances count from.</summary>
    public required ulong Base { get; init; }

    /// <summary>Where another function begins to be innermost.</summary>
    public required uint[] ScopeStarts { get; init; }

    /// <summary>The innermost function from each start; -1 for none.</summary>
    public required int[] ScopeNumbers { get; init; }

    /// <summary>By function: the one that it was inlined into; -1 for those that have code of their own.</summary>
    public required int[] Callers { get; init; }

    /// <summary>By function: number of its name; -1 for none.</summary>
    public required int[] Names { get; init; }

    /// <summary>By function: the line at which it is declared; 0 when unknown.</summary>
    public required int[] DeclarationLines { get; init; }

    /// <summary>By function: where the call stands that was inlined, file.</summary>
    public required int[] CallFiles { get; init; }

    /// <summary>By function: where the call stands that was inlined, line.</summary>
    public required int[] CallLines { get; init; }

    /// <summary>Where another line begins.</summary>
    public required uint[] RowStarts { get; init; }

    /// <summary>File of each line; -1 where there is none.</summary>
    public required int[] RowFiles { get; init; }

    /// <summary>The lines.</summary>
    public required int[] RowLines { get; init; }

    /// <summary>Names as the linker knows them.</summary>
    public required TextPool NameTexts { get; init; }

    /// <summary>Paths of sources.</summary>
    public required TextPool FileTexts { get; init; }

    /// <summary>Adds the frames at an address, innermost first.</summary>
    public void AddFrames(ulong address, List<SourceFrame> frames)
    {
        if (address < Base || address - Base > uint.MaxValue)
        {
            return;
        }

        var distance = (uint)(address - Base);
        var row = LastNotAfter(RowStarts, distance);
        var (file, line) = row >= 0 ? (RowFiles[row], RowLines[row]) : (-1, 0);
        var found = LastNotAfter(ScopeStarts, distance);
        var scope = found >= 0 ? ScopeNumbers[found] : -1;
        if ((uint)scope >= (uint)Names.Length)
        {
            if (file >= 0)
            {
                frames.Add(new SourceFrame(null, File(file), line, IsInlined: false));
            }

            return;
        }

        for (var depth = 0; (uint)scope < (uint)Names.Length && depth < DepthCap; depth++)
        {
            var caller = Callers[scope];
            frames.Add(new SourceFrame(Name(Names[scope]), File(file), line, caller >= 0) { DeclarationLine = DeclarationLines[scope] });
            (file, line) = (CallFiles[scope], CallLines[scope]);
            scope = caller;
        }
    }

    // The same few functions are asked for again and again.
    private string? Name(int number)
    {
        _names ??= new string?[NameTexts.Count];
        return (uint)number < (uint)_names.Length ? _names[number] ??= NameTexts.Text(number) is { } name ? Demangler.Readable(name) : null : null;
    }

    private string? File(int number)
    {
        _files ??= new string?[FileTexts.Count];
        return (uint)number < (uint)_files.Length ? _files[number] ??= FileTexts.Text(number) : null;
    }

    private static int LastNotAfter(uint[] starts, uint distance)
    {
        var (low, high) = (0, starts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = starts[middle] <= distance ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
