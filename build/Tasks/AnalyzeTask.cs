using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;

namespace PerfHunt.Build.Tasks;

/// <summary>Ranks the candidates and picks the hotspot, makes the suite larger, or ends the hunt.</summary>
[TaskName("Analyze")]
[TaskDescription("Ranks the candidates and picks the hotspot, makes the suite larger, or ends the hunt")]
[IsDependentOn(typeof(ProfileRoundTask))]
public sealed class AnalyzeTask : HuntStepTask
{
    /// <inheritdoc/>
    protected override bool IsDue(HuntSession session) => AnalysisStep.IsDue(session);

    /// <inheritdoc/>
    protected override void Run(HuntContext context, HuntSession session) => AnalysisStep.Run(session);
}
