namespace PerfHunt.Configuration;

/// <summary>Where the hunt's own files lie in the hunted repository.</summary>
public sealed record PathConfig
{
    /// <summary>The state file.</summary>
    public string State { get; init; } = ".claude/perf-hunt-state.json";

    /// <summary>The journal.</summary>
    public string Journal { get; init; } = ".claude/perf-hunt-journal.md";
}
