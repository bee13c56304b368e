using System.Security.Cryptography;
using System.Text;
using PerfHunt.Errors;

namespace PerfHunt.Files;

/// <summary>Replaces files so that a reader, and a machine that loses power, sees the old content or the new one and nothing between.</summary>
public static class AtomicFile
{
    private const int RandomDigits = 8;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a text as UTF-8 without a byte order mark; see <see cref="Write(string, ReadOnlySpan{byte})"/>.</summary>
    public static void Write(string path, string text) => Write(path, Utf8.GetBytes(text));

    /// <summary>
    /// Writes a temporary file in the same folder, brings it to disk, renames it over the target and brings the folder to disk.
    /// The folder is made when missing; permissions of an existing target are kept; a link is written through.
    /// </summary>
    /// <exception cref="HuntException">The file cannot be written; what was there before is untouched.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var target = Target(path);
        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(target)}.{RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true)}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            WriteThrough(temporary, content, ModeOf(target));
            File.Move(temporary, target, overwrite: true);
            FolderSync.Sync(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            DeleteQuietly(temporary);
            throw new HuntException(
                ExitCode.Precondition,
                $"The file could not be written: {error.Message}",
                "Free disk space or mend the folder's permissions; the previous content is untouched.",
                path,
                error);
        }
    }

    /// <summary>
    /// Removes temporary files that writers left which were killed between writing and renaming. Only while nobody writes there.
    /// </summary>
    /// <param name="folder">The folder; it may be missing.</param>
    /// <param name="isTarget">Tells from a file's name whether we write that file.</param>
    public static void RemoveLeftovers(string folder, Func<string, bool> isTarget)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.GetFiles(folder, ".*.tmp"))
        {
            var target = Path.GetFileNameWithoutExtension(Path.GetFileNameWithoutExtension(file));
            var random = Path.GetExtension(Path.GetFileNameWithoutExtension(file));
            if (random.Length == RandomDigits + 1 && random[1..].All(char.IsAsciiHexDigitLower) && target.Length > 1 && isTarget(target[1..]))
            {
                DeleteQuietly(file);
            }
        }
    }

    private static string Target(string path)
    {
        var link = new FileInfo(Path.GetFullPath(path));
        return link.LinkTarget is null ? link.FullName : link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static UnixFileMode? ModeOf(string path) => File.Exists(path) ? File.GetUnixFileMode(path) : null;

    private static void WriteThrough(string path, ReadOnlySpan<byte> content, UnixFileMode? mode)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(content);
        if (mode is { } kept)
        {
            File.SetUnixFileMode(stream.SafeFileHandle, kept);
        }

        stream.Flush(flushToDisk: true);
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The failure that led here is the one to report; a stray temporary file harms nothing.
        }
    }
}
