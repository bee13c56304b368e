using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;

namespace PerfHunt.Build.Tasks;

/// <summary>Measures the baseline against itself: the noise floor.</summary>
[TaskName("Calibrate")]
[TaskDescription("Measures the baseline against itself: the noise floor")]
[IsDependentOn(typeof(GenerateSuiteTask))]
public sealed class CalibrateTask : HuntStepTask
{
    /// <inheritdoc/>
    protected override bool CanRepeat => true;

    /// <inheritdoc/>
    protected override bool IsReady(HuntSession session) => base.IsReady(session) && !BuildStep.IsDue(session) && !SuiteStep.IsDue(session);

    /// <inheritdoc/>
    protected override bool IsDue(HuntSession session) => CalibrationStep.IsDue(session);

    /// <inheritdoc/>
    protected override void Run(HuntContext context, HuntSession session) => CalibrationStep.Run(session);
}
