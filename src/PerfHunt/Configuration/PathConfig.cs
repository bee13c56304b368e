namespace PerfHunt.Configuration;

/// <summary>Where the hunt's own files lie in the hunted repository.</summary>
public sealed record PathConfig
{
    /// <summary>The state file.</summary>
    public string State { get; init; } = ".claude/perf-hunt-state.json";

    /// <summary>The journal.</summary>
    public string Journal { get; init; } = ".claude/perf-hunt-journal.md";

    /// <summary>The timings of every measuring round; it only grows.</summary>
    public string History { get; init; } = ".claude/perf-hunt-history.jsonl";
}
