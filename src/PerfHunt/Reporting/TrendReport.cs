using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;
using PerfHunt.Verification.Trends;

namespace PerfHunt.Reporting;

/// <summary>What a history says.</summary>
/// <param name="File">Where it lies.</param>
/// <param name="History">What it holds.</param>
/// <param name="Changes">The changes found in it.</param>
public sealed record TrendReport(string File, History History, ImmutableArray<TrendChange> Changes)
{
    /// <summary>Version of the JSON's form; raised when a field changes its meaning or goes away.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Where the method comes from.</summary>
    public const string Method =
        "change points by E-divisive (Matteson and James 2014) at 1 % where at least 8 commits were measured against one reference, else single comparisons (t test, Bonferroni, 1 %, at least 2 %)";

    private int Commits => History.Entries.Select(entry => entry.Commit).Distinct(StringComparer.Ordinal).Count();

    /// <summary>For a terminal.</summary>
    public string Plain()
    {
        var text = new StringBuilder();
        foreach (var change in Changes)
        {
            text.Append(UntrustedText.Line(change.Reason)).Append(".\n");
        }

        text.Append(Changes.IsEmpty ? "No workload takes another time than before, as far as can be told.\n" : "\n");
        text.Append(CultureInfo.InvariantCulture, $"From {History.Entries.Length} runs of {Commits} commits in {File}");
        text.Append(History.Rejected > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {History.Rejected} runs of changes that were not committed take no part") : "");
        text.Append(History.IsTorn ? "; its last line was cut off and takes no part" : "").Append(".\n");
        return text.Append(CultureInfo.InvariantCulture, $"Method: {Method}.\n").ToString();
    }

    /// <summary>Machine-readable.</summary>
    public JObject ToJson() => new()
    {
        ["schema_version"] = SchemaVersion,
        ["kind"] = "trend",
        ["history"] = File,
        ["runs"] = History.Entries.Length,
        ["commits"] = Commits,
        ["runs_not_committed"] = History.Rejected,
        ["torn"] = History.IsTorn,
        ["method"] = Method,
        ["changes"] = new JArray(Changes.Select(change => new JObject
        {
            ["workload"] = change.Workload,
            ["metric"] = change.Metric,
            ["commit"] = change.Commit,
            ["before"] = change.Before,
            ["change_percent"] = Math.Round(change.ChangePercent, 3),
            ["probability"] = change.Probability,
            ["reason"] = change.Reason,
        })),
    };
}
