namespace PerfHunt.Hotspots;

/// <summary>What a round of profiles leads to.</summary>
public abstract record Analysis
{
    private Analysis()
    {
    }

    /// <summary>A hotspot to investigate now.</summary>
    public sealed record Chosen(Candidate Hotspot) : Analysis;

    /// <summary>Nothing actionable is left in this suite: make it larger.</summary>
    public sealed record SuiteExhausted : Analysis;

    /// <summary>Nothing actionable is left even in the larger suite: the hunt is over.</summary>
    public sealed record NothingLeft : Analysis;
}
