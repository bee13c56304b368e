using PerfHunt.Reporting;
using PerfHunt.Verification.Statistics;
using PerfHunt.State;
using PerfHunt.Workloads;

namespace PerfHunt.Loop.Checkups;

/// <summary>How quiet the machine is, and whether each workload is long and steady enough.</summary>
internal static class WorkloadRows
{
    // From one run to the next, percent: with more, even a dozen rounds hardly show an effect of a percent.
    private const double UnsteadyPercent = 5;

    /// <summary>The rows, after a calibration.</summary>
    public static IEnumerable<CheckupRow> Of(HuntSession session)
    {
        var rule = JudgingRule.For(session, Verification.Measuring.MeasuringNames.Mode(session.Hunt.MeasuringMode));
        yield return Quietness(session, rule);
        foreach (var workload in SuiteStep.TakingPart(session).Where(workload => workload is { Files.IsEmpty: false, FilesHash: null }))
        {
            yield return new($"inputs of {workload.Name}", CheckupState.Caution, "a hunt takes what they hold when it begins", $"Write \"filesHash\": \"{FixedFiles.Hash(workload, session.Baseline.Tree)}\" beside \"files\", so that others are refused.");
        }

        foreach (var workload in session.State.BenchmarkSuite.Workloads)
        {
            yield return workload.LeftOutBecause is { } reason
                ? new(Subject(workload.Name), CheckupState.Caution, $"left out: {reason}", "Take what changes from run to run out of its output with run.ignoreOutput, or replace it.")
                : One(session, rule, workload);
        }
    }

    private static CheckupRow Quietness(HuntSession session, JudgingRule rule)
    {
        const string Subject = "quietness (the baseline against itself)";
        if (rule.IsCounted)
        {
            return CheckupRow.Good(Subject, "instructions are counted, which no other program disturbs");
        }

        var (measured, all) = (rule.Calibration.DistinctBy(pair => pair.Workload).Count(), SuiteStep.TakingPart(session).Length);
        var on = measured < all ? FormattableString.Invariant($", on the {measured} shortest of {all} workloads") : "";
        var check = SelfCheck.Of(rule.Plan with { Noise = NoiseModel.Typical(rule.Plan.Mode) }, rule.Calibration);
        return !check.Passed ? new(Subject, CheckupState.Fault, check.Reason, "See what else runs on this machine, or set build.inPlace if the build is bound to its path; --force begins a hunt all the same.")
            : check.Warning is { } warning ? new(Subject, CheckupState.Caution, warning + on, "End what else runs here, or make the workloads longer; --metric=callgrind needs no quiet machine.")
            : CheckupRow.Good(Subject, check.Reason + on);
    }

    private static CheckupRow One(HuntSession session, JudgingRule rule, SuiteWorkload workload)
    {
        if (rule.IsCounted)
        {
            return CheckupRow.Good(Subject(workload.Name), "it behaves the same each time");
        }

        var seconds = workload.CpuSeconds ?? 0;
        var perf = session.Place.Config.Perf;
        var samples = (long)(seconds * perf.FrequencyHz);
        double? spread = rule.Calibration.Any(pair => pair.Workload == workload.Name) ? 100 * rule.Plan.Noise.For(workload.Name).SpreadLog : null;
        var found = FormattableString.Invariant($"{Figures.Duration(seconds)} of CPU time, about {samples} samples") + (spread is { } percent ? FormattableString.Invariant($", {percent:0.0} % from run to run") : "");
        var proposal = SizeProposal.For(workload, seconds);
        return samples < perf.MinimumSamples ? new(Subject(workload.Name), CheckupState.Fault, $"{found}: too short, {perf.MinimumSamples} samples are the least", proposal)
            : SizeProposal.IsShort(seconds) ? new(Subject(workload.Name), CheckupState.Caution, $"{found}: short", proposal)
            : spread > UnsteadyPercent ? new(Subject(workload.Name), CheckupState.Caution, $"{found}: unsteady", "Make it longer, give it one thread, or end what else runs here.")
            : CheckupRow.Good(Subject(workload.Name), found);
    }

    private static string Subject(string workload) => $"workload {workload}";
}
