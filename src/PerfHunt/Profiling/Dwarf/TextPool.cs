using System.Text;

namespace PerfHunt.Profiling.Dwarf;

/// <summary>Many texts in one block of bytes (UTF-8): names of templates are long, and few of them are asked for.</summary>
/// <param name="Bytes">All of them one after the other.</param>
/// <param name="Ends">Where each ends.</param>
internal sealed record TextPool(byte[] Bytes, int[] Ends)
{
    /// <summary>How many there are.</summary>
    public int Count => Ends.Length;

    /// <summary>One of them; null when it is empty or there is none of that number.</summary>
    public string? Text(int number)
    {
        if ((uint)number >= (uint)Ends.Length)
        {
            return null;
        }

        var (start, end) = (number == 0 ? 0 : Ends[number - 1], Ends[number]);
        return start >= 0 && end > start && end <= Bytes.Length ? Encoding.UTF8.GetString(Bytes, start, end - start) : null;
    }
}
