using System.Runtime.InteropServices;
using System.Text;

namespace PerfHunt.Processes.Linux;

/// <summary>A null-terminated array of C strings in unmanaged memory, as execve(2) wants them.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private readonly byte** _pointers;
    private readonly byte* _bytes;

    /// <summary>Copies the texts as UTF-8.</summary>
    /// <exception cref="ArgumentException">A text holds a NUL character, which no argument or variable can carry.</exception>
    public NativeStrings(IReadOnlyList<string> texts)
    {
        if (texts.FirstOrDefault(text => text.Contains('\0', StringComparison.Ordinal)) is { } bad)
        {
            throw new ArgumentException($"A word of a command holds a NUL character: {bad.Replace("\0", "\\0", StringComparison.Ordinal)}", nameof(texts));
        }

        _pointers = (byte**)NativeMemory.Alloc((nuint)(texts.Count + 1), (nuint)sizeof(byte*));
        _bytes = (byte*)NativeMemory.Alloc((nuint)texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 1) + 1);
        var next = _bytes;
        for (var i = 0; i < texts.Count; i++)
        {
            _pointers[i] = next;
            var count = Encoding.UTF8.GetByteCount(texts[i]);
            Encoding.UTF8.GetBytes(texts[i], new Span<byte>(next, count));
            next[count] = 0;
            next += count + 1;
        }

        _pointers[texts.Count] = null;
    }

    /// <summary>The array.</summary>
    public byte** Pointers => _pointers;

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.Free(_pointers);
        NativeMemory.Free(_bytes);
    }
}
