using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>What runs workloads in a session.</summary>
public static class Runners
{
    /// <summary>The runner for the suite of the current generation.</summary>
    public static WorkloadRunner For(HuntSession session) => For(session, SuiteStep.SuiteOf(session));

    /// <summary>The runner for some suite.</summary>
    public static WorkloadRunner For(HuntSession session, Suite suite) =>
        new(session.Tools.Processes, session.Place.Config.Run, suite, session.Place.Workspace.Runs);
}
