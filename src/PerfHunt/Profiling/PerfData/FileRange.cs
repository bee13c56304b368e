namespace PerfHunt.Profiling.PerfData;

/// <summary>A part of a file.</summary>
internal sealed record FileRange(ulong Offset, ulong Length)
{
    /// <summary>True when the part lies in a file of this length.</summary>
    public bool IsWithin(long fileLength) => Offset <= (ulong)fileLength && Length <= (ulong)fileLength - Offset;
}
