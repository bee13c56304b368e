using System.Collections.Immutable;

namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>A command line of the host, with what surrounds it.</summary>
/// <param name="Words">The arguments.</param>
internal sealed record HostStart(params string[] Words)
{
    /// <summary>Variables that are set or replaced.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The working directory; none of the hunted repository's.</summary>
    public string WorkingDirectory { get; init; } = Path.GetTempPath();

    /// <summary>The same with a variable.</summary>
    public HostStart With(string name, string value) => this with { Environment = Environment.SetItem(name, value) };

    /// <summary>Runs it undisturbed.</summary>
    public HostRun Run() => Host.Run(this);
}
