using System.Collections.Immutable;

namespace PerfHunt.Investigation;

/// <summary>A kind of inefficiency to look for, with its usual cure.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Sign">What it looks like in the source.</param>
/// <param name="Cure">The usual cure.</param>
public sealed record OptimizationPattern(string Name, string Sign, string Cure)
{
    /// <summary>The patterns in the order in which they are worth looking for (source: the mission's table).</summary>
    public static ImmutableArray<OptimizationPattern> ByPriority { get; } =
    [
        new("Redundant work", "the same lookup or computation again in each pass of a loop", "do it once before the loop"),
        new("Unnecessary copies", "strings, vectors, maps or counted pointers copied in the hot path", "borrow, or share without copying"),
        new("Hot allocations", "new containers or formatted strings inside inner loops", "allocate outside, reuse the buffer"),
        new("Quadratic work", "nested scans, membership tests on a list inside a loop", "a set, an index, or sort and search"),
        new("Reference count traffic", "shared pointers copied and dropped in tight loops", "borrow the inner value"),
        new("Missing caching", "a pure function called again with the same arguments", "remember the result"),
        new("Unfit data structure", "linear search where keys are known", "a map or an indexed table"),
        new("Needless formatting", "text made only to be compared or thrown away", "compare the values, format late"),
        new("Excessive hashing", "long or composite keys hashed again and again", "small interned keys, or a cached hash"),
        new("Branch misprediction", "a hot branch that goes either way at random", "reorder, or compute without branching"),
    ];
}
