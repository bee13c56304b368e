namespace PerfHunt.Hotspots;

/// <summary>What counts as a function when candidates are ranked.</summary>
public enum RankBy
{
    /// <summary>A function as it was compiled, with everything that was inlined into it.</summary>
    Physical,

    /// <summary>A function as it was written: what was inlined counts for the innermost function of ours, wherever that was inlined to.</summary>
    Inlined,
}
