using PerfHunt.Reporting;
using PerfHunt.State;
using PerfHunt.Verification.Measuring;
using PerfHunt.Verification.Statistics;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>Measures a candidate against the baseline, round after round, until the verdict is clear, and judges what it costs besides.</summary>
public static class ChangeMeasurement
{
    /// <summary>Measures the program of the candidate slot and fills in outcome, reason and figures of the attempt.</summary>
    public static AttemptRecord Judge(HuntSession session, AttemptRecord attempt)
    {
        var judged = Judge(
            session,
            new MeasuredSide(session.Baseline, session.Hunt.HeadCommit),
            new MeasuredSide(session.Candidate, attempt.Tree!, IsTree: true),
            FormattableString.Invariant($"{session.State.Iteration}-{attempt.Number}"));
        var isKept = judged.Outcome == Outcomes.NoGain && attempt.IsCleaner && session.Place.Config.Thresholds.KeepMarginal;
        return attempt with { Outcome = isKept ? Outcomes.Marginal : judged.Outcome, Reason = judged.Reason, Change = judged.Change };
    }

    /// <summary>Measures two programs and judges the one by the other, with everything that may speak against a gain.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="baseline">The side that is compared with.</param>
    /// <param name="candidate">The side that is judged.</param>
    /// <param name="label">What is measured.</param>
    public static Judgement Judge(HuntSession session, MeasuredSide baseline, MeasuredSide candidate, string label)
    {
        var (verdict, finding, runs) = Measure(session, baseline, candidate, label);
        if (verdict is null)
        {
            return Of(finding!);
        }

        if (verdict.Refusal is not null)
        {
            return new(Outcomes.Inconclusive, verdict.Reason);
        }

        var resources = ResourceChange.Of(runs);
        var change = MeasuredFigures.Of(verdict, resources);
        return OutcomeOf(verdict) is not Outcomes.Fixed and var outcome
            ? new Judgement(outcome, verdict.Reason, change) { Verdict = verdict }
            : ResourceGuard.Objection(resources, MeasuringNames.Metric(session.Hunt.Metric), session.Place.Config.Thresholds.SuspiciousMemory) is { } price
                ? new Judgement(Outcomes.SetAside, $"{verdict.Reason}; {price}", change) { Verdict = verdict }
                : OnUnseen(session, verdict, baseline, candidate, label, change) with { Verdict = verdict };
    }

    /// <summary>Measures two programs over the suite.</summary>
    /// <returns>A verdict, or what the candidate does otherwise than the baseline; and all runs.</returns>
    public static (Verdict? Verdict, BehaviourFinding? Finding, IReadOnlyList<DuetRun> Runs) Measure(
        HuntSession session, MeasuredSide baseline, MeasuredSide candidate, string label)
    {
        var measurement = new Measurement(session, label, baseline, candidate);
        var rule = JudgingRule.For(session, measurement.Mode);
        for (var round = 1; ; round++)
        {
            if (measurement.Round(round) is { } different)
            {
                return (null, measurement.Confirm(different), measurement.Runs);
            }

            var verdict = rule.Judge(measurement.Pairs);
            session.Say(FormattableString.Invariant($"Round {round}: suite {Figures.Change(verdict.EffectPercent)} ({verdict.LowPercent:+0.0;-0.0;0.0} to {verdict.HighPercent:+0.0;-0.0;0.0})."));
            if (verdict.Decided)
            {
                return (verdict, null, measurement.Runs);
            }
        }
    }

    private static Judgement OnUnseen(
        HuntSession session, Verdict gain, MeasuredSide baseline, MeasuredSide candidate, string label, MeasuredChange change)
    {
        var (unseen, finding) = HoldOuts.Measure(session, gain, baseline, candidate, label);
        if (finding is not null)
        {
            // Without the difference itself: the next attempt is told the reason, and must not learn unseen inputs by it.
            return new(Outcomes.BehaviourChanged, "exit code or output differ on a workload with an unseen seed");
        }

        if (unseen is null)
        {
            return new(Outcomes.Fixed, gain.Reason, change);
        }

        session.Say($"{Text.Sentence(unseen.Reason)}.");
        var figures = change with { HoldOut = MeasuredFigures.Of(unseen) };
        return HoldOuts.Objection(unseen) is { } objection
            ? new(objection, unseen.Reason, figures)
            : new(Outcomes.Fixed, $"{gain.Reason}; {unseen.Reason}", figures);
    }

    private static Judgement Of(BehaviourFinding finding) => new(
        finding.Kind == BehaviourKind.Changed ? Outcomes.BehaviourChanged : Outcomes.Inconclusive,
        finding.Kind == BehaviourKind.Same
            ? $"workload {finding.Workload} behaved differently once and not again"
            : $"workload {finding.Workload}: {finding.Reason}");

    private static string OutcomeOf(Verdict verdict) => verdict switch
    {
        { Kind: VerdictKind.Improved, SetAside: true } => Outcomes.SetAside,
        { Kind: VerdictKind.Improved } => Outcomes.Fixed,
        { Kind: VerdictKind.Regressed } => Outcomes.Slower,
        { Kind: VerdictKind.Equivalent } => Outcomes.NoGain,
        _ => Outcomes.Inconclusive,
    };
}
