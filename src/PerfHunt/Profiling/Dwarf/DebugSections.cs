using PerfHunt.Profiling.Elf;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>The sections of a binary that hold its debug information. Source: DWARF 4 and 5, section 7.</summary>
internal sealed class DebugSections : IDisposable
{
    private const string SharedLink = ".gnu_debugaltlink";

    private readonly ElfFile _elf;
    private DebugSections? _shared;
    private bool _isSharedSought;

    private DebugSections(ElfFile elf)
    {
        _elf = elf;
        Info = new DebugSection(elf, ".debug_info");
        Abbreviations = new DebugSection(elf, ".debug_abbrev");
        Lines = new DebugSection(elf, ".debug_line");
        Ranges = new DebugSection(elf, ".debug_ranges");
        RangeLists = new DebugSection(elf, ".debug_rnglists");
        Text = new DebugSection(elf, ".debug_str");
        LineText = new DebugSection(elf, ".debug_line_str");
        Addresses = new DebugSection(elf, ".debug_addr");
        TextOffsets = new DebugSection(elf, ".debug_str_offsets");
    }

    public DebugSection Info { get; }

    public DebugSection Abbreviations { get; }

    public DebugSection Lines { get; }

    public DebugSection Ranges { get; }

    public DebugSection RangeLists { get; }

    public DebugSection Text { get; }

    public DebugSection LineText { get; }

    public DebugSection Addresses { get; }

    public DebugSection TextOffsets { get; }

    /// <summary>What several binaries have in common, in a file of its own (<c>dwz -m</c>); null when there is none, or it is not there.</summary>
    public DebugSections? Shared
    {
        get
        {
            if (!_isSharedSought)
            {
                _isSharedSought = true;
                _shared = _elf.Section(SharedLink) is { } link && DebugFiles.FindShared(_elf, link) is { } found ? Of(found) : null;
            }

            return _shared;
        }
    }

    /// <summary>Takes the sections of a binary, or of the debug file that belongs to it; null when neither has any. The binary is closed with them, or at once.</summary>
    public static DebugSections? Find(ElfFile elf)
    {
        if (Has(elf))
        {
            return new DebugSections(elf);
        }

        var debug = DebugFiles.Find(elf);
        elf.Dispose();
        return debug is null ? null : Of(debug);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _elf.Dispose();
        _shared?.Dispose();
    }

    private static DebugSections? Of(ElfFile elf)
    {
        if (Has(elf))
        {
            return new DebugSections(elf);
        }

        elf.Dispose();
        return null;
    }

    private static bool Has(ElfFile elf) => elf.Section(".debug_info") is { Type: not ElfSection.NoBits };
}
