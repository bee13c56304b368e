using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>What a hunt does next, told from its state.</summary>
/// <param name="Target">The target that does it; empty when nothing is left to do.</param>
/// <param name="Does">What that is, the end of a sentence.</param>
public sealed record NextStep(string Target, string Does)
{
    /// <summary>The step that follows on a state.</summary>
    public static NextStep After(HuntState state) => state.Phase switch
    {
        Phase.Uninitialized => new("BuildReleaseLocal", "check the machine, build the start and run the gate on it"),
        Phase.Baselined when state.BenchmarkSuite.Workloads.IsEmpty => new("GenerateSuite", "generate the suite"),
        Phase.Baselined when state.Hunt?.CalibratedGeneration != state.SuiteGeneration => new("Calibrate", "measure the baseline against itself"),
        Phase.Baselined => new("ProfileRound", "record every workload under perf"),
        Phase.Profiled => new("Analyze", "rank the candidates and choose a hotspot"),
        Phase.HotspotChosen => new("Investigate", "ask the investigator for a change"),
        Phase.Prepared => new("Verify", "take what you changed in the clone, run gate and build on it and measure it"),
        Phase.Investigated => new("Verify", "run gate and build on the change and measure it"),
        Phase.Judged => new("CommitOrRevert", "commit the change or leave everything as it was"),
        Phase.Exhausted => new("PerfHunt", "measure the final tree against the first"),
        _ => new("", "nothing: this hunt is over; --target=Reset makes room for a new one"),
    };
}
