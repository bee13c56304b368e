namespace PerfHunt.Profiling.PerfData;

/// <summary>The fields of a sample, in no particular order (<c>enum perf_event_sample_format</c> of linux/perf_event.h).</summary>
[Flags]
internal enum SampleFields : ulong
{
    None = 0,
    Ip = 1 << 0,
    Tid = 1 << 1,
    Time = 1 << 2,
    Addr = 1 << 3,
    Read = 1 << 4,
    CallChain = 1 << 5,
    Id = 1 << 6,
    Cpu = 1 << 7,
    Period = 1 << 8,
    StreamId = 1 << 9,
    Raw = 1 << 10,
    BranchStack = 1 << 11,
    UserRegisters = 1 << 12,
    UserStack = 1 << 13,
    Identifier = 1 << 16,
}
