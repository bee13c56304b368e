using System.Globalization;
using PerfHunt.Errors;

namespace PerfHunt.Configuration;

/// <summary>Reads a workload spec as it stands in the configuration and on the command line.</summary>
public static class WorkloadSpec
{
    /// <summary>The form of a spec.</summary>
    public const string Form = "name:seed:profile:layers:modules_per_layer";

    private const string Example = "perf-full-1000:1000:full:12:15";
    private const int Parts = 5;
    private const int ExcerptCap = 120;

    /// <summary>Reads one spec. Never throws; the error shows the form that was expected.</summary>
    /// <param name="text">The spec, for example <c>perf-full-1000:1000:full:12:15</c>.</param>
    /// <param name="source">What the spec stands in, for the error.</param>
    /// <param name="line">Its one-based line there, or 0.</param>
    public static Parsed<WorkloadConfig> Parse(string text, string source, int line = 0)
    {
        var parts = text.Split(':');
        var problem = Problem(parts);
        return problem is null
            ? new WorkloadConfig
            {
                Name = parts[0],
                Seed = long.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture),
                Profile = parts[2],
                Layers = Count(parts[3]),
                ModulesPerLayer = Count(parts[4]),
            }
            : new LocatedError(source, line, $"{problem}; a workload spec is {Form}, such as {Example}", UntrustedText.Line(text, ExcerptCap));
    }

    /// <summary>True for a name that is safe as a file name and in a spec: ASCII letters, digits, <c>-</c>, <c>_</c>, <c>.</c>, a letter or digit first.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && char.IsAsciiLetterOrDigit(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static string? Problem(string[] parts) => parts switch
    {
        { Length: not Parts } => $"expected {Parts} parts separated by colons, found {parts.Length}",
        _ when !IsName(parts[0]) => "the name must be letters, digits, '-', '_' or '.', with a letter or digit first",
        _ when !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _) => "the seed must be a whole number, 0 or more",
        _ when !IsName(parts[2]) => "the profile must be letters, digits, '-', '_' or '.', with a letter or digit first",
        _ when Count(parts[3]) < 1 => "layers must be a whole number, 1 or more",
        _ when Count(parts[4]) < 1 => "modules_per_layer must be a whole number, 1 or more",
        _ => null,
    };

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
