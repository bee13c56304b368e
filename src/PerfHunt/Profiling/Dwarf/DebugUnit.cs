namespace PerfHunt.Profiling.Dwarf;

/// <summary>One unit of <c>.debug_info</c>: what its header and its first entry say. Source: DWARF 5, sections 7.5.1 and 3.1.</summary>
internal sealed class DebugUnit
{
    /// <summary>A value that is not there.</summary>
    public const ulong None = ulong.MaxValue;

    /// <summary>Where it begins in the section.</summary>
    public required long Offset { get; init; }

    /// <summary>First byte behind it.</summary>
    public required long End { get; init; }

    /// <summary>Where its first entry is, counted from its beginning.</summary>
    public required int EntriesAt { get; init; }

    /// <summary>What forms depend on.</summary>
    public required UnitShape Shape { get; init; }

    /// <summary>Its abbreviations.</summary>
    public required AbbreviationTable Abbreviations { get; init; }

    /// <summary>Where its line program is; <see cref="None"/> without one.</summary>
    public ulong Lines { get; set; } = None;

    /// <summary>The folder that it was compiled in; null when unknown.</summary>
    public byte[]? Folder { get; set; }

    /// <summary>What its range lists count from.</summary>
    public ulong LowAddress { get; set; }

    /// <summary>Where its part of <c>.debug_str_offsets</c> begins.</summary>
    public ulong TextOffsetsBase { get; set; }

    /// <summary>Where its part of <c>.debug_addr</c> begins.</summary>
    public ulong AddressBase { get; set; }

    /// <summary>Where its part of <c>.debug_rnglists</c> begins.</summary>
    public ulong RangeListsBase { get; set; }

    /// <summary>True when its functions are described in another file (<c>.dwo</c>).</summary>
    public bool IsSplit { get; set; }
}
