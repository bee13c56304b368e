namespace PerfHunt.Profiling.PerfData;

/// <summary>What every sample has.</summary>
/// <param name="Ip">Address of the instruction.</param>
/// <param name="Pid">Process.</param>
/// <param name="Tid">Thread.</param>
/// <param name="TimeNs">Time, nanoseconds of the recording's clock.</param>
/// <param name="Period">How much of the event the sample stands for.</param>
internal readonly record struct SampleHead(ulong Ip, int Pid, int Tid, ulong TimeNs, ulong Period);
