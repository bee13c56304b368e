using System.Globalization;
using System.Runtime.InteropServices;

namespace PerfHunt.Processes.Linux;

/// <summary>
/// A child that runs, and the thread that sleeps until it ends. The child stays a zombie until it is reaped, so its
/// process id, its group and its session name nothing else meanwhile.
/// </summary>
internal sealed class Child : IDisposable
{
    /// <summary>The variable by which a run's processes are told from those of another run at the same time.</summary>
    public const string RunVariable = "PERFHUNT_RUN";

    // It is reaped when it is known to be dead; the thread that waits for it may just not have woken up yet.
    private static readonly TimeSpan ReapPatience = TimeSpan.FromSeconds(1);

    private const int StackBytes = 128 * 1024;
    private readonly ManualResetEvent _ended = new(initialState: false);
    private readonly TimeProvider _clock;
    private readonly long _startedAt;
    private long _endedAt;

    private Child(int pid, string marker, TimeProvider clock, long startedAt)
    {
        Pid = pid;
        Marker = marker;
        _clock = clock;
        _startedAt = startedAt;
        StartTicks = ProcessTable.Find(pid)?.StartTicks ?? 0;
        new Thread(AwaitEnd, StackBytes) { IsBackground = true, Name = string.Create(CultureInfo.InvariantCulture, $"wait for {pid}") }.Start();
    }

    /// <summary>Process id, which is also that of its group and its session.</summary>
    public int Pid { get; }

    /// <summary>The variable in its environment, <c>name=value</c>.</summary>
    public string Marker { get; }

    /// <summary>When it started, clock ticks since boot.</summary>
    public long StartTicks { get; }

    /// <summary>Set when it ended.</summary>
    public WaitHandle Ended => _ended;

    /// <summary>Monotonic time since it started, until it ended.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_startedAt, HasEnded ? _endedAt : _clock.GetTimestamp());

    /// <summary>Starts a child on this thread.</summary>
    public static Child Start(SpawnPlan plan, string marker, TimeProvider clock)
    {
        var startedAt = clock.GetTimestamp();
        return new Child(Spawner.Spawn(plan), marker, clock, startedAt);
    }

    /// <summary>True when it ended.</summary>
    public bool HasEnded => _ended.WaitOne(0);

    /// <summary>Takes the exit status and the use of it and of all that it waited for, or null when the kernel does not let it end.</summary>
    public (int Status, KernelUsage Usage)? Reap() => _ended.WaitOne(ReapPatience) ? Reap(Pid) : null;

    /// <summary>Takes the status and use of any child of ours that has ended; null when it has not, or is not ours.</summary>
    public static (int Status, KernelUsage Usage)? Reap(int pid)
    {
        int reaped;
        int status;
        KernelUsage usage;
        do
        {
            reaped = LibC.Wait4(pid, out status, LibC.NoHang, out usage);
        }
        while (reaped < 0 && Marshal.GetLastPInvokeError() == LibC.Interrupted);

        return reaped == pid ? (status, usage) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The waiting thread of a child that cannot end still holds the event.
        if (HasEnded)
        {
            _ended.Dispose();
        }
    }

    private unsafe void AwaitEnd()
    {
        const int InformationBytes = 256;
        var information = stackalloc byte[InformationBytes];
        while (LibC.WaitId(LibC.OneProcess, Pid, information, LibC.EndedNoReap) != 0
            && Marshal.GetLastPInvokeError() == LibC.Interrupted)
        {
        }

        _endedAt = _clock.GetTimestamp();
        _ended.Set();
    }
}
