using PerfHunt.Reporting;

namespace PerfHunt.Loop.Checkups;

/// <summary>How long an iteration will last, from what was measured.</summary>
internal static class IterationRow
{
    // A clear effect is told after so many rounds.
    private const int UsualRounds = 3;

    /// <summary>The row.</summary>
    /// <param name="session">The session, calibrated.</param>
    /// <param name="buildSeconds">A build from nothing, seconds.</param>
    /// <param name="gateSeconds">The gate, seconds.</param>
    public static CheckupRow Of(HuntSession session, double buildSeconds, double gateSeconds)
    {
        var rule = JudgingRule.For(session, Verification.Measuring.MeasuringNames.Mode(session.Hunt.MeasuringMode));
        var suite = SuiteStep.TakingPart(session).Sum(workload => CalibrationStep.CpuSeconds(session, workload.Name));
        var round = CalibrationStep.Sides * suite;
        var least = suite + gateSeconds + (UsualRounds * round);
        var most = suite + gateSeconds + buildSeconds + (rule.Plan.MaxRounds * round);
        return CheckupRow.Good(
            "an iteration",
            FormattableString.Invariant($"{Figures.Duration(least)} to {Figures.Duration(most)} for each change that passes the gate (profile {Figures.Duration(suite)}, gate {Figures.Duration(gateSeconds)}, {UsualRounds} to {rule.Plan.MaxRounds} rounds of {Figures.Duration(round)}), and up to {session.Place.Config.Investigator.Minutes:0.#} min of the investigator"));
    }
}
