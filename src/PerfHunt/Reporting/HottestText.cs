using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;
using PerfHunt.Profiling;

namespace PerfHunt.Reporting;

/// <summary>The hottest functions and threads of a profile.</summary>
public static class HottestText
{
    private const int ShownFunctions = 25;
    private const int ShownThreads = 12;

    /// <summary>Lines for a terminal.</summary>
    public static ImmutableArray<string> Plain(Profile profile) =>
    [
        "Hottest functions",
        .. TextTable.Lines(
            ["self", "children", "samples", "module", "function"],
            [.. profile.Symbols.Take(ShownFunctions).Select(share => (string[])
                [Percent(share.SelfPercent), share.ChildrenPercent is { } children ? Percent(children) : "-", share.SelfSamples.ToString(CultureInfo.InvariantCulture), UntrustedText.Line(share.Module, 30), UntrustedText.Line(share.Symbol, 120)])],
            numbers: 3).Select(line => $"  {line}"),
        "",
        "Processes",
        .. TextTable.Lines(
            ["share", "samples", "process", "threads", "name"],
            [.. Processes(profile).Take(ShownThreads).Select(process => (string[])
                [Percent(process.Percent), .. new[] { process.Samples, process.Pid, process.Threads }.Select(number => number.ToString(CultureInfo.InvariantCulture)), UntrustedText.Line(process.Name, 40)])],
            numbers: 4).Select(line => $"  {line}"),
        "",
        "Threads",
        .. TextTable.Lines(
            ["share", "samples", "process", "thread", "name"],
            [.. profile.Threads.Take(ShownThreads).Select(thread => (string[])
                [Percent(profile.TotalPeriod == 0 ? 0 : 100.0 * thread.Period / profile.TotalPeriod), .. new[] { thread.Samples, thread.Pid, thread.Tid }.Select(number => number.ToString(CultureInfo.InvariantCulture)), UntrustedText.Line(thread.Name, 40)])],
            numbers: 4).Select(line => $"  {line}"),
        .. profile.Threads.Length > ShownThreads ? [string.Create(CultureInfo.InvariantCulture, $"  and {profile.Threads.Length - ShownThreads} more")] : Array.Empty<string>(),
    ];

    // Named by its first thread where that was sampled, else by its hottest.
    private static IEnumerable<(double Percent, long Samples, int Pid, int Threads, string Name)> Processes(Profile profile) => profile.Threads
        .GroupBy(thread => thread.Pid)
        .Select(threads => (
            Percent: profile.TotalPeriod == 0 ? 0 : 100.0 * threads.Sum(thread => (double)thread.Period) / profile.TotalPeriod,
            Samples: threads.Sum(thread => thread.Samples),
            Pid: threads.Key,
            Threads: threads.Count(),
            (threads.FirstOrDefault(thread => thread.Tid == thread.Pid) ?? threads.First()).Name))
        .OrderByDescending(process => process.Samples)
        .ThenBy(process => process.Pid);

    /// <summary>The same as JSON, with all functions and threads.</summary>
    public static JObject Json(Profile profile) => new(
        ProfileText.Json(profile).Properties().Append(new JProperty("functions", new JArray(profile.Symbols.Select(share => new JObject
        {
            ["function"] = share.Symbol,
            ["module"] = share.Module,
            ["self_percent"] = share.SelfPercent,
            ["children_percent"] = share.ChildrenPercent,
            ["samples"] = share.SelfSamples,
        })))).Append(new JProperty("threads", new JArray(profile.Threads.Select(thread => new JObject
        {
            ["process"] = thread.Pid,
            ["thread"] = thread.Tid,
            ["name"] = thread.Name,
            ["samples"] = thread.Samples,
            ["period"] = thread.Period,
        })))));

    private static string Percent(double percent) => percent.ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
