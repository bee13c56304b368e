namespace PerfHunt.Profiling.PerfData;

/// <summary>One record of a recording.</summary>
/// <param name="type">What it is.</param>
/// <param name="misc">Flags; the lowest three bits are the processor mode.</param>
/// <param name="body">All behind the eight bytes of its head. Valid until the next record is read.</param>
internal readonly ref struct Record(RecordType type, ushort misc, ReadOnlySpan<byte> body)
{
    public RecordType Type { get; } = type;

    public ushort Misc { get; } = misc;

    public ReadOnlySpan<byte> Body { get; } = body;
}
