using Cake.Frosting;
using Newtonsoft.Json;
using PerfHunt.Build.Hunting;
using PerfHunt.Errors;
using PerfHunt.Files;
using PerfHunt.Loop;

namespace PerfHunt.Build.Tasks;

/// <summary>Judges one revision by another, as a hunt judges a change; the exit code tells the verdict.</summary>
[TaskName("Compare")]
[TaskDescription("Judges the revision --with by the revision --base, as a hunt judges a change")]
public sealed class CompareTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var before = context.Options.Base
            ?? throw new HuntException(ExitCode.Usage, "Compare needs to know which revision to compare with", "Add --base=REV, such as --base=main.");
        using var session = HuntOpening.OpenComparison(context.Options, context.Cancellation);
        var report = Comparison.Run(session, before, context.Options.With ?? "HEAD");
        var file = session.Place.Workspace.ResultFile;
        AtomicFile.Write(file, report.ToJson().ToString(Formatting.Indented) + "\n");
        context.Output.Json(report.ToJson);
        context.Output.AtEnd($"\n{report.Plain()}Result: {file}\n");
        ContinuousIntegrationFiles.Append(report, file);
        context.ExitCodes.OfSuccess = report.ExitCode;
    }
}
