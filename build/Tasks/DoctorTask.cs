using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Errors;
using PerfHunt.Loop.Checkups;

namespace PerfHunt.Build.Tasks;

/// <summary>Tries everything that a hunt rests on and shows it as one table, each fault with its remedy.</summary>
[TaskName("Doctor")]
[TaskDescription("Tries everything that a hunt rests on, and names each fault with its remedy; no hunt begins")]
public sealed class DoctorTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var hunt = HuntOpening.Find(context.Options);
        using var session = HuntOpening.OpenCheckup(context.Options, context.Cancellation);
        var report = Checkup.Run(session, hunt);
        context.Output.Json(report.ToJson);
        context.Output.AtEnd($"\n{report.Plain()}");
        context.ExitCodes.OfSuccess = report.CanRun ? ExitCode.Finished : ExitCode.Precondition;
    }
}
