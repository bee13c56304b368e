using Cake.Frosting;
using Newtonsoft.Json.Linq;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;
using PerfHunt.Reporting;

namespace PerfHunt.Build.Tasks;

/// <summary>Generates the benchmark workloads that are missing.</summary>
[TaskName("GenerateSuite")]
[TaskDescription("Generates the benchmark workloads that are missing")]
[IsDependentOn(typeof(BuildReleaseLocalTask))]
public sealed class GenerateSuiteTask : HuntStepTask
{
    /// <inheritdoc/>
    protected override bool CanRepeat => true;

    /// <inheritdoc/>
    protected override bool IsReady(HuntSession session) => base.IsReady(session) && !BuildStep.IsDue(session);

    /// <inheritdoc/>
    protected override bool IsDue(HuntSession session) => SuiteStep.IsDue(session);

    /// <inheritdoc/>
    protected override void Run(HuntContext context, HuntSession session) => SuiteStep.Run(session);

    /// <inheritdoc/>
    protected override JToken Result(HuntSession session) => SuiteJson.Workloads(session.State.BenchmarkSuite.Workloads);
}
