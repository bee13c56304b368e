using Newtonsoft.Json.Linq;

namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>What a hunt decided, without what differs from run to run.</summary>
internal static class Decisions
{
    /// <summary>A line for each attempt: iteration, function, patch and the code of its outcome.</summary>
    public static string[] Of(JObject result) => [.. result["iterations"]!
        .SelectMany(iteration => iteration["attempts"]!.Select(attempt =>
            $"{iteration["iteration"]} {iteration["function"]} {attempt["name"]} {attempt["outcome"]}".Replace("  ", " ", StringComparison.Ordinal)))];
}
