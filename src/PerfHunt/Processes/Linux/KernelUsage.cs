using System.Runtime.InteropServices;

namespace PerfHunt.Processes.Linux;

/// <summary><c>struct rusage</c> of getrusage(2), as 64-bit Linux lays it out.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct KernelUsage
{
    private const long BytesPerKibibyte = 1024;
    private const double MicrosecondsPerSecond = 1e6;

    public long UserSeconds;
    public long UserMicroseconds;
    public long SystemSeconds;
    public long SystemMicroseconds;
    public long PeakKibibytes;
    public long SharedText;
    public long UnsharedData;
    public long UnsharedStack;
    public long MinorFaults;
    public long MajorFaults;
    public long Swaps;
    public long BlocksIn;
    public long BlocksOut;
    public long MessagesSent;
    public long MessagesReceived;
    public long Signals;
    public long VoluntarySwitches;
    public long InvoluntarySwitches;

    /// <summary>The same with names and units of ours.</summary>
    public readonly ResourceUse ToUse(double wallSeconds) => new(
        wallSeconds,
        UserSeconds + (UserMicroseconds / MicrosecondsPerSecond),
        SystemSeconds + (SystemMicroseconds / MicrosecondsPerSecond),
        PeakKibibytes * BytesPerKibibyte,
        MinorFaults,
        MajorFaults,
        VoluntarySwitches,
        InvoluntarySwitches);
}
