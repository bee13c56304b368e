using Microsoft.Win32.SafeHandles;

namespace PerfHunt.Profiling.Binary;

/// <summary>A file that is read at offsets. It is not mapped: a file that shrinks meanwhile gives short reads, not a crash.</summary>
internal sealed class ByteFile : IDisposable
{
    // No part of a binary that is read in one piece is larger; a damaged header cannot ask for more.
    private const long PieceCap = 1L << 30;

    private readonly SafeFileHandle? _handle;
    private readonly byte[] _content = [];

    private ByteFile(string path, SafeFileHandle handle)
    {
        Path = path;
        _handle = handle;
        Length = RandomAccess.GetLength(handle);
    }

    /// <summary>Takes bytes in memory for a file.</summary>
    /// <param name="name">For messages.</param>
    /// <param name="content">The bytes.</param>
    public ByteFile(string name, byte[] content)
    {
        Path = name;
        _content = content;
        Length = content.Length;
    }

    /// <summary>The path that it was opened by.</summary>
    public string Path { get; }

    /// <summary>Its length when it was opened, bytes.</summary>
    public long Length { get; }

    /// <summary>Opens a regular file; null when it does not exist, is empty or may not be read.</summary>
    public static ByteFile? TryOpen(string path)
    {
        try
        {
            // Pipes and devices, which may block for ever, have no length; a link has one of its own.
            var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) ?? new FileInfo(path);
            return target is FileInfo { Exists: true, Length: > 0 } ? new ByteFile(path, File.OpenHandle(path, options: FileOptions.SequentialScan)) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Reads what is there, up to the length of the target; tells how many bytes.</summary>
    public int Read(long offset, Span<byte> target)
    {
        if (_handle is null)
        {
            var available = offset >= 0 && offset < Length ? _content.AsSpan((int)offset) : [];
            var length = Math.Min(available.Length, target.Length);
            available[..length].CopyTo(target);
            return length;
        }

        var total = 0;
        while (total < target.Length && offset >= 0)
        {
            var count = RandomAccess.Read(_handle, target[total..], offset + total);
            if (count <= 0)
            {
                break;
            }

            total += count;
        }

        return total;
    }

    /// <summary>A piece of the file; null when it is not all there.</summary>
    public byte[]? Piece(ulong offset, ulong length)
    {
        if (length > PieceCap || offset > (ulong)Length || length > (ulong)Length - offset)
        {
            return null;
        }

        var piece = GC.AllocateUninitializedArray<byte>((int)length);
        return Read((long)offset, piece) == piece.Length ? piece : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _handle?.Dispose();
}
