using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Files;

namespace PerfHunt.State;

/// <summary>
/// Keeps a second hunt away from a repository: an exclusive flock(2) on a file, held while this lives. The kernel lets go of it when the
/// process ends in whatever way, so the lock of a hunt that was killed is free; children do not inherit it. The file itself stays, since
/// taking it away would let two hunts lock two files of one name. Who holds the lock stands in a file beside it, for messages only.
/// </summary>
public sealed class RepositoryLock : IDisposable
{
    // What open reports when another holds the flock: EWOULDBLOCK, 11 on Linux.
    private const int WouldBlock = 11;

    /// <summary>What the name of the file that tells the holder ends with.</summary>
    internal const string HolderSuffix = ".holder";

    private readonly FileStream _stream;

    private RepositoryLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock.</summary>
    /// <param name="path">The lock file, one for each hunted repository; it and its folder are made when missing.</param>
    /// <param name="clock">Tells the time that is shown to whoever is kept away.</param>
    /// <exception cref="HuntException">Another hunt holds it, or the file cannot be opened (<see cref="ExitCode.Precondition"/>).</exception>
    public static RepositoryLock Acquire(string path, TimeProvider clock)
    {
        var held = new RepositoryLock(Open(path));
        try
        {
            AtomicFile.Write(path + HolderSuffix, Describe(clock));
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of the lock.</summary>
    public void Dispose()
    {
        if (_stream.CanRead)
        {
            File.Delete(_stream.Name + HolderSuffix);
        }

        _stream.Dispose();
    }

    private static FileStream Open(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault.HResult == WouldBlock)
        {
            throw new HuntException(
                ExitCode.Precondition, $"Another hunt works on this repository: {Holder(path)}", "Wait until it has ended, or end it.", path, fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new HuntException(
                ExitCode.Precondition, $"The lock file cannot be opened: {fault.Message}", "Mend its permissions, or name another folder for caches with XDG_CACHE_HOME, or another workspace with --workspace=DIR.", path, fault);
        }
    }

    private static string Describe(TimeProvider clock) =>
        string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}, since {clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}");

    private static string Holder(string path)
    {
        var text = UntrustedText.Line(RawText.Read(path + HolderSuffix));
        return text.Length > 0 ? text : "who, it did not say";
    }
}
