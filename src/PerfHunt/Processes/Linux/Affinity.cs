using System.Globalization;
using System.Runtime.InteropServices;
using PerfHunt.Errors;

namespace PerfHunt.Processes.Linux;

/// <summary>Processor affinity: which processors we may use, and threads that start children on one of them.</summary>
internal static unsafe class Affinity
{
    // As the kernel's largest configuration: 8192 processors.
    private const int MaskBytes = 1024;
    private const int StackBytes = 256 * 1024;

    /// <summary>The processors that this process may run on, ascending.</summary>
    public static IReadOnlyList<int> Allowed()
    {
        var mask = stackalloc byte[MaskBytes];
        new Span<byte>(mask, MaskBytes).Clear();
        if (LibC.GetAffinity(Environment.ProcessId, MaskBytes, mask) < 0)
        {
            return [.. Enumerable.Range(0, Environment.ProcessorCount)];
        }

        var bits = new Span<byte>(mask, MaskBytes).ToArray();
        return [.. Enumerable.Range(0, MaskBytes * 8).Where(cpu => (bits[cpu / 8] & (1 << (cpu % 8))) != 0)];
    }

    /// <summary>
    /// Calls the function where its children inherit the wanted affinity. A thread of its own, so that no other work of ours is
    /// moved; it gets its old affinity back at once, so that it never competes with the child for that processor.
    /// </summary>
    /// <exception cref="HuntException">This process may not use that processor.</exception>
    public static void Pinned(int? cpu, Action call)
    {
        if (cpu is not { } wanted)
        {
            call();
            return;
        }

        var before = stackalloc byte[MaskBytes];
        var only = stackalloc byte[MaskBytes];
        new Span<byte>(before, MaskBytes).Clear();
        new Span<byte>(only, MaskBytes).Clear();
        if (wanted is < 0 or >= MaskBytes * 8 || LibC.GetAffinity(0, MaskBytes, before) < 0)
        {
            throw Refused(wanted);
        }

        only[wanted / 8] = (byte)(1 << (wanted % 8));
        if (LibC.SetAffinity(0, MaskBytes, only) != 0)
        {
            throw Refused(wanted);
        }

        try
        {
            call();
        }
        finally
        {
            _ = LibC.SetAffinity(0, MaskBytes, before);
        }
    }

    /// <summary>Runs the function on a thread of its own and hands on what it throws.</summary>
    public static void OnOwnThread(Action call)
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    call();
                }
#pragma warning disable CA1031 // Every exception is handed to the caller's thread.
                catch (Exception error)
#pragma warning restore CA1031
                {
                    thrown = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(error);
                }
            },
            StackBytes)
        { IsBackground = true, Name = "child starter" };
        thread.Start();
        thread.Join();
        thrown?.Throw();
    }

    private static HuntException Refused(int cpu) => new(
        ExitCode.Precondition,
        string.Create(CultureInfo.InvariantCulture, $"Processor {cpu} cannot be used: {Marshal.GetLastPInvokeErrorMessage()}"),
        $"Choose one of {string.Join(", ", Allowed())}.");
}
