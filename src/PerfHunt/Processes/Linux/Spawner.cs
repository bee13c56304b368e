using System.Runtime.InteropServices;
using PerfHunt.Errors;

namespace PerfHunt.Processes.Linux;

/// <summary>
/// Starts a child by posix_spawn(3): in a session of its own (a Ctrl-C at the terminal reaches us alone), with default signal
/// handlers and mask (.NET ignores SIGPIPE, children must not), files for its streams and no other descriptor of ours.
/// </summary>
internal static unsafe class Spawner
{
    // Room for the opaque structures: glibc needs 336 and 80 bytes, musl as much; a set of signals is 128.
    private const int OpaqueBytes = 1024;
    private const int SignalSetBytes = 128;

    private const short DefaultSignals = 0x04;
    private const short SignalMask = 0x08;
    private const short NewSession = 0x80;

    private const int ReadOnly = 0;
    private const int WriteCreateTruncate = 0x1 | 0x40 | 0x200;
    private const uint OwnerReadWrite = 0x180;
    private const int FirstForeignDescriptor = 3;

    private const int NoEntry = 2;
    private const int BadFormat = 8;
    private const int AccessDenied = 13;
    private const int NotAFolder = 20;
    private const int LinkLoop = 40;

    /// <summary>Starts the child on this thread (which hands on its processor affinity) and returns its process id.</summary>
    /// <exception cref="ExecutableNotFoundException">The file, or the interpreter that it names, cannot be executed.</exception>
    /// <exception cref="HuntException">The kernel refused for another reason (memory, number of processes).</exception>
    public static int Spawn(SpawnPlan plan)
    {
        var actions = stackalloc byte[OpaqueBytes];
        var attributes = stackalloc byte[OpaqueBytes];
        using var path = new NativeStrings([plan.Path]);
        using var words = new NativeStrings(plan.Words);
        using var variables = new NativeStrings(plan.Variables);
        Check(LibC.ActionsInit(actions), plan);
        Check(LibC.AttributesInit(attributes), plan);
        try
        {
            Describe(actions, plan);
            SetSignals(attributes, plan);
            Check(LibC.Spawn(out var pid, path.Pointers[0], actions, attributes, words.Pointers, variables.Pointers), plan);
            return pid;
        }
        finally
        {
            _ = LibC.AttributesDestroy(attributes);
            _ = LibC.ActionsDestroy(actions);
        }
    }

    private static void Describe(byte* actions, SpawnPlan plan)
    {
        Check(LibC.ActionsOpen(actions, 0, plan.Files.Input, ReadOnly, 0), plan);
        Check(LibC.ActionsOpen(actions, 1, plan.Files.Output, WriteCreateTruncate, OwnerReadWrite), plan);
        Check(LibC.ActionsOpen(actions, 2, plan.Files.Error, WriteCreateTruncate, OwnerReadWrite), plan);
        Check(LibC.ActionsChangeFolder(actions, plan.Folder), plan);
        try
        {
            Check(LibC.ActionsCloseFrom(actions, FirstForeignDescriptor), plan);
        }
        catch (EntryPointNotFoundException)
        {
            // glibc before 2.34 and musl: what .NET opens is closed on exec anyway; only what we inherited goes on.
        }
    }

    private static void SetSignals(byte* attributes, SpawnPlan plan)
    {
        var signals = stackalloc byte[SignalSetBytes];
        _ = LibC.FillSignals(signals);
        Check(LibC.AttributesDefaultSignals(attributes, signals), plan);
        _ = LibC.EmptySignals(signals);
        Check(LibC.AttributesSignalMask(attributes, signals), plan);
        Check(LibC.AttributesFlags(attributes, DefaultSignals | SignalMask | NewSession), plan);
    }

    private static void Check(int error, SpawnPlan plan)
    {
        switch (error)
        {
            case 0:
                return;
            case NoEntry or BadFormat or AccessDenied or NotAFolder or LinkLoop:
                throw new ExecutableNotFoundException(plan.Path);
            default:
                throw new HuntException(
                    ExitCode.Precondition,
                    $"The program could not be started: {Marshal.GetPInvokeErrorMessage(error)}",
                    "See whether memory, the number of processes or the length of arguments and environment ran into a limit (ulimit -a).",
                    plan.Path);
        }
    }
}
