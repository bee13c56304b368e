using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PerfHunt.Files;
using PerfHunt.Loop;
using PerfHunt.Reporting;

namespace PerfHunt.Build.Hunting;

/// <summary>Brings a hunt's report to where people and programs look for it.</summary>
public static class HuntReports
{
    /// <summary>The machine-readable result so far.</summary>
    public static JObject Json(HuntSession session) => ResultDocument.Of(Report(session));

    /// <summary>Writes result and summary into the workspace, shows the summary, tells CI.</summary>
    public static void Publish(HuntContext context, HuntSession session)
    {
        var report = Report(session);
        var workspace = session.Place.Workspace;
        AtomicFile.Write(workspace.ResultFile, ResultDocument.Of(report).ToString(Formatting.Indented) + "\n");
        AtomicFile.Write(workspace.SummaryFile, SummaryText.Markdown(report));
        context.Output.AtEnd($"\n{SummaryText.Plain(report)}Result: {workspace.ResultFile}\nSummary: {workspace.SummaryFile}\n");
        ContinuousIntegrationFiles.Append(report, workspace.ResultFile);
        context.Output.HuntIsOver = report.IsFinished;
    }

    private static HuntReport Report(HuntSession session) =>
        new(session.Place.Repository, session.Place.Config.Branch, session.State);
}
