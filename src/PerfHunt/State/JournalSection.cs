namespace PerfHunt.State;

/// <summary>The sections of the journal, in their order.</summary>
public enum JournalSection
{
    /// <summary>General performance observations.</summary>
    Findings,

    /// <summary>What worked, and why.</summary>
    OptimizationsApplied,

    /// <summary>Hotspots that are left to a person, with their tickets.</summary>
    Deferred,

    /// <summary>Patterns that keep coming back in the code.</summary>
    Patterns,

    /// <summary>Functions that always show up and are never worth an investigation: skipped.</summary>
    NoiseFunctions,
}
