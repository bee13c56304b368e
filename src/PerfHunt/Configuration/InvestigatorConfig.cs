namespace PerfHunt.Configuration;

/// <summary>Who makes the change, and within which limits.</summary>
public sealed record InvestigatorConfig
{
    /// <summary>The kind that takes prepared patches from a folder.</summary>
    public const string PatchesKind = "patches";

    /// <summary>The kind: <see cref="PatchesKind"/>.</summary>
    public string Kind { get; init; } = PatchesKind;

    /// <summary>For <c>patches</c>: the folder with the prepared patches. Relative to the configuration file there, absolute once loaded.</summary>
    public string? Patches { get; init; }

    /// <summary>Time limit for one hotspot, minutes, above 0. The mission's limit is 15.</summary>
    public double Minutes { get; init; } = 15;

    /// <summary>How often the investigator is asked for one hotspot when its change was rejected, within the time limit; at least 1.</summary>
    public int Attempts { get; init; } = 3;
}
