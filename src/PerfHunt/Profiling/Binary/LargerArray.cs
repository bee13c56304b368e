namespace PerfHunt.Profiling.Binary;

/// <summary>
/// Copies arrays into larger ones. Not <c>Array.Resize</c>: its code for arrays of numbers is compiled at run time, for each kind of number
/// anew, even when all else was compiled ahead; a first reading takes as long as some ten thousand samples for it.
/// </summary>
internal static class LargerArray
{
    /// <summary>A copy of a length.</summary>
    public static int[] Of(int[] array, int length)
    {
        var larger = new int[length];
        Array.Copy(array, larger, array.Length);
        return larger;
    }

    /// <summary>A copy of a length.</summary>
    public static long[] Of(long[] array, int length)
    {
        var larger = new long[length];
        Array.Copy(array, larger, array.Length);
        return larger;
    }

    /// <summary>A copy of a length.</summary>
    public static ulong[] Of(ulong[] array, int length)
    {
        var larger = new ulong[length];
        Array.Copy(array, larger, array.Length);
        return larger;
    }

    /// <summary>A copy of a length.</summary>
    public static byte[] Of(byte[] array, int length)
    {
        var larger = new byte[length];
        Array.Copy(array, larger, array.Length);
        return larger;
    }
}
