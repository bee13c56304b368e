using System.Diagnostics;

namespace PerfHunt.Tests.Profiling.Mutation;

/// <summary>Feeds damaged input to a reader until a time or a number is reached.</summary>
internal static class MutationRun
{
    /// <summary>What a reader may take at once for a damaged input of a few kilobytes: its fixed buffers and the unpacking window, not what a damaged number asks for.</summary>
    public const long AllocationCapBytes = 64 << 20;

    /// <summary>Longest that one damaged input may take.</summary>
    public static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(5);

    /// <summary>Runs; gives how many were read, the slowest in milliseconds and the most memory allocated for one.</summary>
    /// <exception cref="InvalidOperationException">A reader threw, was too slow or took too much; the message has what is needed to repeat it.</exception>
    public static (long Count, double SlowestMs, long MostBytes) Run(byte[][] examples, Action<byte[]> read, int seed, long most, TimeSpan duration)
    {
        var (count, slowest, largest) = (0L, TimeSpan.Zero, 0L);
        for (var clock = Stopwatch.StartNew(); count < most && clock.Elapsed < duration; count++)
        {
            var random = new Random(unchecked(seed + (int)count));
            var input = new Mutator(random).Damage(examples[random.Next(examples.Length)]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = clock.Elapsed;
            try
            {
                read(input);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"seed {seed + count}: {Convert.ToBase64String(input.AsSpan(0, Math.Min(input.Length, 4000)))}", failure);
            }

            var (taken, allocated) = (clock.Elapsed - start, GC.GetAllocatedBytesForCurrentThread() - before);
            if (taken > LongestRead || allocated > AllocationCapBytes)
            {
                throw new InvalidOperationException($"seed {seed + count}: {taken.TotalSeconds:0.0} s, {allocated} bytes");
            }

            (slowest, largest) = (taken > slowest ? taken : slowest, Math.Max(largest, allocated));
        }

        return (count, slowest.TotalMilliseconds, largest);
    }
}
