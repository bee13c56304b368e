using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Errors;
using PerfHunt.Loop;
using PerfHunt.Reporting;
using PerfHunt.Verification.Trends;

namespace PerfHunt.Build.Tasks;

/// <summary>Says since which commit a workload takes another time, from the history alone: no lock, no other program.</summary>
[TaskName("Trend")]
[TaskDescription("Says since which commit a workload got slower or faster, from the history of all measuring rounds")]
public sealed class TrendTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var file = context.Options.Hunt.HistoryFile ?? HuntOpening.Find(context.Options).HistoryFile;
        if (context.Options.Hunt.HistoryFile is not null && !File.Exists(file))
        {
            throw new HuntException(ExitCode.Usage, "There is no such history", "Name the file by --history=FILE, or leave it out for the repository's own.", file);
        }

        var history = new HistoryFile(file).Read().OrThrow(ExitCode.Precondition, "Remove the damaged line; every line stands for itself.");
        var report = new TrendReport(file, history, Trend.Of(history, unchecked((int)(context.Options.Hunt.RandomSeed ?? HuntOptions.DefaultSeed))));
        Console.Out.Write(report.Plain());
        context.Output.Json(report.ToJson);
    }
}
