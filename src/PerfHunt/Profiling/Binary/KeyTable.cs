namespace PerfHunt.Profiling.Binary;

/// <summary>
/// A map from 64-bit keys to non-negative numbers, open addressing with linear probing. Several million look-ups a second are
/// the whole work of reading a recording; this is three times as fast as the general dictionary there.
/// </summary>
internal sealed class KeyTable
{
    private const int Absent = 0;
    private ulong[] keys = new ulong[64];

    // One more than the number, so that a new array says that nothing is there.
    private int[] values = new int[64];
    private int count;

    /// <summary>The number at a key, or -1.</summary>
    public int Find(ulong key)
    {
        var mask = keys.Length - 1;
        for (var slot = Slot(key, mask); values[slot] != Absent; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
            {
                return values[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>Adds a key that is not there yet.</summary>
    public void Add(ulong key, int value)
    {
        if (++count * 2 > keys.Length)
        {
            Grow();
        }

        Put(key, value + 1);
    }

    private void Put(ulong key, int value)
    {
        var mask = keys.Length - 1;
        var slot = Slot(key, mask);
        while (values[slot] != Absent)
        {
            slot = (slot + 1) & mask;
        }

        keys[slot] = key;
        values[slot] = value;
    }

    private void Grow()
    {
        var (oldKeys, oldValues) = (keys, values);
        keys = new ulong[oldKeys.Length * 2];
        values = new int[keys.Length];
        for (var slot = 0; slot < oldKeys.Length; slot++)
        {
            if (oldValues[slot] != Absent)
            {
                Put(oldKeys[slot], oldValues[slot]);
            }
        }
    }

    // Multiplication by 2^64 divided by the golden ratio spreads neighbouring addresses (Knuth, TAOCP 3, 6.4); the high bits are the mixed ones.
    private static int Slot(ulong key, int mask) => (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & mask;
}
