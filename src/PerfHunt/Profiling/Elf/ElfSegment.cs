namespace PerfHunt.Profiling.Elf;

/// <summary>A part of a file that is loaded into memory (PT_LOAD).</summary>
internal sealed record ElfSegment(ulong Offset, ulong Address, ulong FileSize);
