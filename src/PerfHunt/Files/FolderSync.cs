using System.Runtime.InteropServices;

namespace PerfHunt.Files;

/// <summary>Brings a folder's entries to disk (fsync(2) on the folder), so that a rename survives a loss of power. .NET has no call for it.</summary>
internal static partial class FolderSync
{
    // open(2) flags of Linux on x86-64 and arm64 differ only in O_DIRECTORY, which is therefore not asked for.
    private const int ReadOnly = 0;
    private const int CloseOnExec = 0x80000;
    private const int NotSupported = 22;

    /// <summary>Brings the folder to disk.</summary>
    /// <exception cref="IOException">The folder cannot be opened or the disk reports an error.</exception>
    public static void Sync(string folder)
    {
        var descriptor = Open(folder, ReadOnly | CloseOnExec);
        if (descriptor < 0)
        {
            throw Failure("opened");
        }

        try
        {
            // Some file systems cannot sync a folder and say EINVAL; they keep no order that could be asked for.
            if (Fsync(descriptor) != 0 && Marshal.GetLastPInvokeError() != NotSupported)
            {
                throw Failure("brought to disk");
            }
        }
        finally
        {
            _ = Close(descriptor);
        }

        IOException Failure(string what) =>
            new($"the folder {folder} could not be {what}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
