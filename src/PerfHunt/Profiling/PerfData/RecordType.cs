namespace PerfHunt.Profiling.PerfData;

/// <summary>Types of records that we read (linux/perf_event.h, and tools/lib/perf for those that perf itself adds, from 64 on).</summary>
internal enum RecordType : uint
{
    Mmap = 1,
    Lost = 2,
    Comm = 3,
    Exit = 4,
    Fork = 7,
    Sample = 9,
    Mmap2 = 10,
    LostSamples = 13,
    AuxTrace = 71,
    Compressed = 81,
    Compressed2 = 83,
}
