using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;
using PerfHunt.Profiling;

namespace PerfHunt.Reporting;

/// <summary>What a profile holds and what it lacks, for people and programs.</summary>
public static class ProfileText
{
    /// <summary>Totals first, then everything that was lost or is unknown.</summary>
    public static ImmutableArray<string> Sentences(Profile profile) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{profile.Samples} samples of {profile.Event}, {Processes(profile)}, {profile.LostSamples} lost, {profile.UnknownSamples} ({Share(profile.UnknownSamples, profile.Samples)}) in no known function."),
        .. profile.HasCallChains ? Array.Empty<string>() : ["Recorded without callers; perf.callGraph in the configuration turns them on."],
        .. profile.Warnings.Select(warning => $"Note: {UntrustedText.Line(warning)}."),
    ];

    /// <summary>The same as JSON.</summary>
    public static JObject Json(Profile profile) => new()
    {
        ["recording"] = profile.Source,
        ["event"] = profile.Event,
        ["samples"] = profile.Samples,
        ["lost_samples"] = profile.LostSamples,
        ["unknown_samples"] = profile.UnknownSamples,
        ["truncated_stacks"] = profile.TruncatedStacks,
        ["broken_stacks"] = profile.BrokenStacks,
        ["has_callers"] = profile.HasCallChains,
        ["warnings"] = new JArray(profile.Warnings),
    };

    private static string Processes(Profile profile)
    {
        var processes = profile.Threads.Select(thread => thread.Pid).Distinct().Count();
        return string.Create(CultureInfo.InvariantCulture, $"{profile.Threads.Length} {(profile.Threads.Length == 1 ? "thread" : "threads")} in {processes} {(processes == 1 ? "process" : "processes")}");
    }

    private static string Share(long part, long whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0 : 100.0 * part / whole):0.00} %");
}
