namespace PerfHunt.Configuration;

/// <summary>Who makes the change, and within which limits.</summary>
public sealed record InvestigatorConfig
{
    /// <summary>The kind: <c>patches</c>.</summary>
    public string Kind { get; init; } = "patches";

    /// <summary>For <c>patches</c>: the folder with the prepared patches, relative to the configuration file.</summary>
    public string? Patches { get; init; }

    /// <summary>Time limit for one hotspot, minutes, above 0. The mission's limit is 15.</summary>
    public double Minutes { get; init; } = 15;

    /// <summary>How often the investigator is asked for one hotspot when its change was rejected, within the time limit; at least 1.</summary>
    public int Attempts { get; init; } = 3;
}
