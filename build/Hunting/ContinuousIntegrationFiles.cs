using PerfHunt.Reporting;

namespace PerfHunt.Build.Hunting;

/// <summary>What a CI service reads: the step summary and the outputs. Missing or empty variables mean that there is none.</summary>
public static class ContinuousIntegrationFiles
{
    private const string Summary = "GITHUB_STEP_SUMMARY";
    private const string Outputs = "GITHUB_OUTPUT";

    /// <summary>Appends summary and outputs where CI asks for them.</summary>
    public static void Append(HuntReport report, string resultFile)
    {
        AppendTo(Summary, SummaryText.Markdown(report));

        // One line a name: commit ids, numbers and our own path hold no line break.
        AppendTo(Outputs, FormattableString.Invariant($"commits={report.CommitCount}\nhead={report.Hunt.HeadCommit}\nresult={resultFile}\n"));
    }

    /// <summary>Appends the judgement of a comparison.</summary>
    public static void Append(ComparisonReport report, string resultFile)
    {
        AppendTo(Summary, report.Markdown());
        AppendTo(Outputs, FormattableString.Invariant($"verdict={report.Verdict}\nresult={resultFile}\n"));
    }

    private static void AppendTo(string variable, string text)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path)
        {
            File.AppendAllText(path, text);
        }
    }
}
