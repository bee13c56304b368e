namespace PerfHunt.Profiling.Binary;

/// <summary>
/// A map from 64-bit keys to non-negative numbers, open addressing with linear probing. Several million look-ups a second are
/// the whole work of reading a recording; this is three times as fast as the general dictionary there.
/// </summary>
internal sealed class KeyTable
{
    private const int Absent = 0;
    private ulong[] _keys = new ulong[64];

    // One more than the number, so that a new array says that nothing is there.
    private int[] _values = new int[64];
    private int _count;

    /// <summary>The number at a key, or -1.</summary>
    public int Find(ulong key)
    {
        var mask = _keys.Length - 1;
        for (var slot = Slot(key, mask); _values[slot] != Absent; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == key)
            {
                return _values[slot] - 1;
            }
        }

        return -1;
    }

    /// <summary>Adds a key that is not there yet.</summary>
    public void Add(ulong key, int value)
    {
        if (++_count * 2 > _keys.Length)
        {
            Grow();
        }

        Put(key, value + 1);
    }

    private void Put(ulong key, int value)
    {
        var mask = _keys.Length - 1;
        var slot = Slot(key, mask);
        while (_values[slot] != Absent)
        {
            slot = (slot + 1) & mask;
        }

        _keys[slot] = key;
        _values[slot] = value;
    }

    private void Grow()
    {
        var (oldKeys, oldValues) = (_keys, _values);
        _keys = new ulong[oldKeys.Length * 2];
        _values = new int[_keys.Length];
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
