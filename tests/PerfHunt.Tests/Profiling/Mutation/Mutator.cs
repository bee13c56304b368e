namespace PerfHunt.Tests.Profiling.Mutation;

/// <summary>Damages bytes in the ways that find mistakes in readers: flipped bits, extreme numbers, cut ends, doubled and moved pieces.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly ulong[] Extremes = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, long.MaxValue, 1UL << 63, ulong.MaxValue];

    /// <summary>A damaged copy.</summary>
    public byte[] Damage(byte[] original)
    {
        var bytes = (byte[])original.Clone();
        for (var count = 1 + random.Next(8); count > 0 && bytes.Length > 0; count--)
        {
            bytes = Once(bytes);
        }

        return bytes;
    }

    private byte[] Once(byte[] bytes)
    {
        var at = Place(bytes.Length);
        switch (random.Next(8))
        {
            case 0 or 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 2:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 3 or 4:
                var number = BitConverter.GetBytes(Extremes[random.Next(Extremes.Length)]);
                number.AsSpan(0, Math.Min(1 << random.Next(4), bytes.Length - at)).CopyTo(bytes.AsSpan(at));
                return bytes;
            case 5:
                return bytes[..at];
            case 6:
                var length = random.Next(Math.Min(64, bytes.Length - at) + 1);
                return [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]];
            default:
                var from = Place(bytes.Length);
                var size = random.Next(Math.Min(64, bytes.Length - Math.Max(at, from)) + 1);
                bytes.AsSpan(from, size).CopyTo(bytes.AsSpan(at));
                return bytes;
        }
    }

    // The heads of files hold the numbers that steer a reader.
    private int Place(int length) => random.Next(3) == 0 ? random.Next(Math.Min(length, 256)) : random.Next(length);
}
