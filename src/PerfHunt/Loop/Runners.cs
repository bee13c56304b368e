using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>What runs workloads in a session.</summary>
public static class Runners
{
    /// <summary>The runner for the suite of the current generation.</summary>
    public static WorkloadRunner For(HuntSession session) =>
        new(session.Tools.Processes, session.Place.Config.Run, SuiteStep.SuiteOf(session), session.Place.Workspace.Runs);
}
