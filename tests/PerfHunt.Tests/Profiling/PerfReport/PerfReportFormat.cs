using System.Collections.Immutable;

namespace PerfHunt.Tests.Profiling.PerfReport;

/// <summary>The table that we ask <c>perf report</c> for, and how its columns are called (perf-report(1), <c>-F</c> and <c>-t</c>).</summary>
public static class PerfReportFormat
{
    /// <summary>A tab: perf writes a point for one that stands in a field, so that columns are told apart whatever is in them.</summary>
    public const char Separator = '\t';

    /// <summary>Title of the inclusive share; absent when no call graph was recorded.</summary>
    public const string Children = "Children";

    /// <summary>Title of the number of samples.</summary>
    public const string Samples = "Samples";

    /// <summary>Title of the sum of periods.</summary>
    public const string Period = "Period";

    /// <summary>Title of the thread name.</summary>
    public const string Command = "Command";

    /// <summary>Title of the module's file name.</summary>
    public const string Module = "Shared Object";

    /// <summary>Title of the symbol, preceded by its level such as <c>[.]</c> or <c>[k]</c>.</summary>
    public const string Symbol = "Symbol";

    /// <summary>The arguments of perf that print the table.</summary>
    /// <param name="recording">Path of the recording.</param>
    /// <param name="withCallGraph">Whether call chains were recorded; perf refuses the children column without.</param>
    public static ImmutableArray<string> Arguments(string recording, bool withCallGraph) =>
    [
        "report", "--stdio", "--no-inline", "-g", "none", "--percent-limit", "0",
        "-F", $"{(withCallGraph ? "overhead_children," : "")}overhead,sample,period,comm,dso,sym",
        "-t", Separator.ToString(), "-i", recording,
    ];
}
