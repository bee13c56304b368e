namespace PerfHunt.Profiling;

/// <summary>A binary or library that was mapped in a recorded process.</summary>
/// <param name="Path">Where it lay.</param>
/// <param name="BuildId">Its build id at the time, lower-case hex; null when it has none.</param>
public sealed record ModuleUse(string Path, string? BuildId)
{
    /// <summary>A folder in which a copy may be kept by build id; null for none.</summary>
    public string? KeptIn { get; init; }
}
