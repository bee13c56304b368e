namespace PerfHunt.Build.Hosting;

/// <summary>Tells whether a machine, not a person, watches this build: by the variable CI, as all services set it.</summary>
public static class ContinuousIntegration
{
    /// <summary>True when CI is set to anything but an empty text, <c>false</c> or <c>0</c>.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("CI") is not (null or "" or "false" or "0");
}
