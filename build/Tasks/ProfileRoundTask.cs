using Cake.Frosting;
using Newtonsoft.Json.Linq;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;
using PerfHunt.Reporting;

namespace PerfHunt.Build.Tasks;

/// <summary>Records every workload under perf.</summary>
[TaskName("ProfileRound")]
[TaskDescription("Records every workload under perf")]
[IsDependentOn(typeof(CalibrateTask))]
public sealed class ProfileRoundTask : HuntStepTask
{
    /// <inheritdoc/>
    protected override bool CanRepeat => true;

    /// <inheritdoc/>
    protected override bool IsReady(HuntSession session) => base.IsReady(session) && !BuildStep.IsDue(session) && !SuiteStep.IsDue(session) && !CalibrationStep.IsDue(session);

    /// <inheritdoc/>
    protected override bool IsDue(HuntSession session) => ProfileStep.IsDue(session);

    /// <inheritdoc/>
    protected override void Run(HuntContext context, HuntSession session) => ProfileStep.Run(session);

    /// <inheritdoc/>
    protected override JToken Result(HuntSession session) => SuiteJson.ProfileRound(RoundProfiles.InOrder(session));
}
