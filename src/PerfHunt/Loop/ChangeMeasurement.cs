using System.Collections.Immutable;
using PerfHunt.Reporting;
using PerfHunt.State;
using PerfHunt.Verification.Measuring;
using PerfHunt.Verification.Statistics;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>Measures a candidate against the baseline, round after round, until the verdict is clear.</summary>
public static class ChangeMeasurement
{
    /// <summary>Measures the program of the candidate slot and fills in outcome, reason and figures of the attempt.</summary>
    public static AttemptRecord Judge(HuntSession session, AttemptRecord attempt)
    {
        var (verdict, finding) = Measure(session, session.Baseline, session.Candidate, FormattableString.Invariant($"{session.State.Iteration}-{attempt.Number}"));
        return verdict is { Refusal: not null }
            ? attempt with { Outcome = Outcomes.Inconclusive, Reason = verdict.Reason }
            : verdict is not null
            ? attempt with { Outcome = OutcomeOf(verdict, attempt.IsCleaner && session.Place.Config.Thresholds.KeepMarginal), Reason = verdict.Reason, Change = Record(verdict) }
            : attempt with
            {
                Outcome = finding!.Kind == BehaviourKind.Changed ? Outcomes.BehaviourChanged : Outcomes.Inconclusive,
                Reason = finding.Kind == BehaviourKind.Same
                    ? $"workload {finding.Workload} behaved differently once and not again"
                    : $"workload {finding.Workload}: {finding.Reason}",
            };
    }

    /// <summary>Measures two programs over the suite.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="baseline">The side that is compared with.</param>
    /// <param name="candidate">The side that is judged.</param>
    /// <param name="label">What is measured.</param>
    /// <returns>A verdict, or what the candidate does otherwise than the baseline.</returns>
    public static (Verdict? Verdict, BehaviourFinding? Finding) Measure(
        HuntSession session, ProgramUnderTest baseline, ProgramUnderTest candidate, string label)
    {
        var measurement = new Measurement(session, label);
        var plan = Plan(session, measurement.Mode);
        var pairs = new List<RunPair>();
        for (var round = 1; ; round++)
        {
            var duets = measurement.Round(round, baseline, candidate);
            if (duets.FirstOrDefault(duet => !duet.SameBehaviour) is { } different)
            {
                return (null, measurement.Confirm(different, baseline, candidate));
            }

            pairs.AddRange(duets.Select(duet => duet.ToPair()));
            var verdict = VerdictRule.Judge(plan, pairs);
            session.Say(FormattableString.Invariant($"Round {round}: suite {Figures.Change(verdict.EffectPercent)} ({verdict.LowPercent:+0.0;-0.0;0.0} to {verdict.HighPercent:+0.0;-0.0;0.0})."));
            if (verdict.Decided)
            {
                return (verdict, null);
            }
        }
    }

    /// <summary>A verdict's figures for the state file.</summary>
    public static MeasuredChange Record(Verdict verdict) => new()
    {
        Verdict = verdict.Kind.ToString().ToLowerInvariant(),
        EffectPct = verdict.EffectPercent,
        LowPct = verdict.LowPercent,
        HighPct = verdict.HighPercent,
        Rounds = verdict.Rounds,
        SmallestDetectablePct = verdict.SmallestDetectablePercent,
        Mode = verdict.Mode,
        Metric = verdict.Metric,
        Reason = verdict.Reason,
        ByWorkload = verdict.Workloads.ToImmutableSortedDictionary(w => w.Workload, w => w.EffectPercent, StringComparer.Ordinal),
    };

    private static VerdictPlan Plan(HuntSession session, MeasuringMode mode)
    {
        var name = Measurement.ModeName(mode);
        var noise = session.Hunt.Calibration is { } calibration
            ? NoiseModel.Learn([.. calibration.Pairs.Select(p => new RunPair(p.Workload, p.Round, p.FirstSeconds, p.SecondSeconds))], name)
            : null;
        return VerdictPlan.From(session.Place.Config.Thresholds, noise, name);
    }

    private static string OutcomeOf(Verdict verdict, bool keepsEquivalent) => verdict switch
    {
        { Kind: VerdictKind.Improved, SetAside: true } => Outcomes.SetAside,
        { Kind: VerdictKind.Improved } => Outcomes.Fixed,
        { Kind: VerdictKind.Regressed } => Outcomes.Slower,
        { Kind: VerdictKind.Equivalent } => keepsEquivalent ? Outcomes.Marginal : Outcomes.NoGain,
        _ => Outcomes.Inconclusive,
    };
}
