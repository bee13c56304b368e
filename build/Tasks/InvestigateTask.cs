using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;

namespace PerfHunt.Build.Tasks;

/// <summary>Opens a ticket, writes the dossier and lets the investigator make a change.</summary>
[TaskName("Investigate")]
[TaskDescription("Opens a ticket, writes the dossier and lets the investigator make a change")]
[IsDependentOn(typeof(AnalyzeTask))]
public sealed class InvestigateTask : HuntStepTask
{
    /// <inheritdoc/>
    protected override bool IsDue(HuntSession session) => InvestigationStep.IsDue(session);

    /// <inheritdoc/>
    protected override bool Remind(HuntSession session) => InvestigationStep.Remind(session);

    /// <inheritdoc/>
    protected override void Run(HuntContext context, HuntSession session) => InvestigationStep.Run(session);
}
