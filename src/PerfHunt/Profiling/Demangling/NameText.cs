using System.Text;

namespace PerfHunt.Profiling.Demangling;

/// <summary>
/// A readable name while it is being written. Both it and the depth of its grammar are bounded: a few mangled bytes may stand for
/// a name of gigabytes, or for endless nesting.
/// </summary>
internal sealed class NameText
{
    // The longest real names, of generic code, have some ten thousand characters.
    private const int LengthCap = 1 << 16;

    // As deep as other readers of these names go, and safe on the smallest stacks of threads.
    private const int DepthCap = 192;

    private readonly StringBuilder _text = new();
    private int _depth;
    private int _muted;

    /// <summary>True once something was not as the grammar has it, or too long.</summary>
    public bool Failed { get; private set; }

    /// <summary>Says that the name is not in the grammar.</summary>
    public void Fail() => Failed = true;

    /// <summary>Writes.</summary>
    public void Append(ReadOnlySpan<char> part)
    {
        if (_muted > 0 || Failed)
        {
            return;
        }

        Failed = _text.Length + part.Length > LengthCap;
        _text.Append(part);
    }

    /// <summary>Number of characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>The last character; 0 when there is none.</summary>
    public char Last => _text.Length > 0 ? _text[^1] : '\0';

    /// <summary>Takes back what was written from a place on.</summary>
    public void Truncate(int length) => _text.Length = Math.Min(length, _text.Length);

    /// <summary>One level deeper in the grammar; false when that is too deep.</summary>
    public bool Enter()
    {
        Failed |= ++_depth > DepthCap;
        return !Failed;
    }

    /// <summary>Back out.</summary>
    public void Leave() => _depth--;

    /// <summary>What is written from now on is left out.</summary>
    public void Mute() => _muted++;

    /// <summary>Ends <see cref="Mute"/>.</summary>
    public void Unmute() => _muted--;

    /// <summary>True while what is written is left out.</summary>
    public bool IsMuted => _muted > 0;

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
