using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

/// <summary>What must hold for any measurements. FsCheck prints the seed of a failure.</summary>
public class VerdictPropertyTests
{
    private static readonly VerdictPlan Plan = VerdictPlan.From(new ThresholdConfig { WorkloadRegressedPercent = 1e6 });

    /// <summary>The bounds of the other direction, so that a gain is as large as the loss that undoes it.</summary>
    private static readonly VerdictPlan Mirrored = Plan with
    {
        ImprovedPercent = Undoing(Plan.SlowerBoundPercent),
        RegressedPercent = 2 * (100 / (100 - Plan.ImprovedPercent) * 100 - 100),
    };

    [Test]
    public void Exchanging_the_sides_mirrors_the_verdict() => ForAnyRounds(pairs =>
    {
        var verdict = VerdictRule.Judge(Plan, pairs);
        var mirrored = VerdictRule.Judge(Mirrored, [.. pairs.Select(pair => pair.Swapped())]);

        return mirrored.Kind == Opposite(verdict.Kind)
            && mirrored.Decided == verdict.Decided
            && Same(Ratio(mirrored.EffectPercent), 1 / Ratio(verdict.EffectPercent))
            && Same(Ratio(mirrored.LowPercent), 1 / Ratio(verdict.HighPercent));
    });

    [Test]
    public void The_order_of_pairs_is_irrelevant() => ForAnyRounds(pairs =>
    {
        var shuffled = pairs.OrderBy(pair => HashCode.Combine(pair.CandidateSeconds, pair.Round)).ToList();
        return Text(VerdictRule.Judge(Plan, pairs)) == Text(VerdictRule.Judge(Plan, shuffled));
    });

    [Test]
    public void The_unit_of_time_is_irrelevant() => ForAnyRounds(pairs =>
    {
        var scaled = pairs.Select(pair => pair with { BaselineSeconds = 1024 * pair.BaselineSeconds, CandidateSeconds = 1024 * pair.CandidateSeconds });
        var (one, other) = (VerdictRule.Judge(Plan, pairs), VerdictRule.Judge(Plan, [.. scaled]));
        return one.Kind == other.Kind && Same(Ratio(one.EffectPercent), Ratio(other.EffectPercent));
    });

    [Test]
    public void A_further_change_of_all_workloads_moves_the_estimate_by_just_that() => ForAnyRounds(pairs =>
    {
        var moved = pairs.Select(pair => pair with { CandidateSeconds = 1.25 * pair.CandidateSeconds });
        var (one, other) = (VerdictRule.Judge(Plan, pairs), VerdictRule.Judge(Plan, [.. moved]));
        return Same(Ratio(other.EffectPercent), 1.25 * Ratio(one.EffectPercent));
    });

    [Test]
    public void The_interval_holds_the_estimate() => ForAnyRounds(pairs =>
    {
        var verdict = VerdictRule.Judge(Plan, pairs);
        return verdict.LowPercent <= verdict.EffectPercent && verdict.EffectPercent <= verdict.HighPercent && verdict.LowPercent > -100;
    });

    [Test]
    public void An_improvement_is_faster_beyond_doubt_and_a_regression_slower() => ForAnyRounds(pairs =>
    {
        var verdict = VerdictRule.Judge(Plan, pairs);
        return verdict.Kind switch
        {
            VerdictKind.Improved => verdict.HighPercent < 0 && verdict.EffectPercent <= -Plan.ImprovedPercent + 1e-9,
            VerdictKind.Regressed => verdict.LowPercent > 0 && verdict.EffectPercent >= Plan.SlowerBoundPercent - 1e-9,
            _ => true,
        };
    });

    [Test]
    public void Nothing_that_can_be_measured_makes_it_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(int Round, int Workload, double Baseline, double Candidate)[]>(), measured =>
        {
            var pairs = measured.Select(m => new RunPair($"w{m.Workload % 3}", m.Round % 5, m.Baseline, m.Candidate)).ToList();
            return VerdictRule.Judge(Plan, pairs).Reason.Length > 0;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Twice_the_rounds_give_narrower_intervals_on_average()
    {
        const int seed = 5;
        var random = new Random(seed);
        double Width(int rounds) => Enumerable.Range(0, 100)
            .Select(_ => VerdictRule.Judge(Plan, Rounds.Random(rounds, 3, -4, 0.01, random)))
            .Average(verdict => verdict.HighPercent - verdict.LowPercent);

        var widths = new[] { 2, 4, 8, 16 }.Select(Width).ToArray();

        Assert.That(widths, Is.Ordered.Descending, $"seed {seed}");
        Assert.That(widths[3], Is.LessThan(widths[2] / 1.2), $"seed {seed}");
    }

    private static void ForAnyRounds(Func<IReadOnlyList<RunPair>, bool> property) => Prop.ForAll(
        Gen.Choose(1, 13).ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), Gen.Choose(0, 1_000_000).ToArbitrary(),
        (rounds, workloads, seed) =>
        {
            var random = new Random(seed);
            var (percent, spread) = (6 * random.NextDouble() - 3, 0.02 * random.NextDouble());
            return property(Rounds.Random(rounds, workloads, percent, spread, random));
        }).QuickCheckThrowOnFailure();

    private static VerdictKind Opposite(VerdictKind kind) => kind switch
    {
        VerdictKind.Improved => VerdictKind.Regressed,
        VerdictKind.Regressed => VerdictKind.Improved,
        _ => kind,
    };

    private static double Undoing(double slowerPercent) => 100 - 100 / (1 + slowerPercent / 100);

    private static double Ratio(double percent) => 1 + percent / 100;

    private static bool Same(double one, double other) => Math.Abs(one - other) < 1e-7 * Math.Abs(one);

    private static string Text(Verdict verdict) =>
        FormattableString.Invariant($"{verdict.Kind} {verdict.EffectPercent:R} {verdict.LowPercent:R} {verdict.HighPercent:R} {verdict.Reason}");
}
