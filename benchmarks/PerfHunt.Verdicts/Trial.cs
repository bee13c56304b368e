using PerfHunt.Configuration;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Verdicts;

/// <summary>Simulates verdicts: calibrate, then measure rounds until it is decided.</summary>
/// <param name="Noise">Where the judged rounds come from.</param>
/// <param name="Calibration">Where the rounds of the calibration come from when that differs.</param>
/// <param name="Calibrated">False: the noise is not known beforehand.</param>
/// <param name="Mode"><c>duet</c> or <c>solo</c>.</param>
internal sealed record Trial(NoiseSource Noise, NoiseSource? Calibration = null, bool Calibrated = true, string Mode = "duet")
{
    private static readonly ThresholdConfig Thresholds = new();

    public Tally Run(Change change, int trials, Random random)
    {
        var tally = new Tally();
        var truth = change.SuiteLog(Noise.Workloads);
        for (var i = 0; i < trials; i++)
        {
            var verdict = Once(change, random);
            var covered = Math.Log(1 + verdict.LowPercent / 100) <= truth && truth <= Math.Log(1 + verdict.HighPercent / 100);
            tally.Add(verdict, covered);
        }

        return tally;
    }

    private Verdict Once(Change change, Random random)
    {
        var before = Calibrated ? NoiseModel.CalibrationRounds(Noise.Workloads) : 0;
        var rounds = Noise.Draw(before + Thresholds.MaxRounds, random);
        var calibration = Calibration?.Draw(before, random) ?? rounds;
        var model = Calibrated ? NoiseModel.Learn(Pairs(calibration, 0, before, Change.None), Mode) : null;
        var plan = VerdictPlan.From(Thresholds, model, Mode);
        for (var n = 2; ; n++)
        {
            var verdict = VerdictRule.Judge(plan, Pairs(rounds, before, n, change));
            if (verdict.Decided)
            {
                return verdict;
            }
        }
    }

    private static List<RunPair> Pairs((double A, double B)[][] rounds, int from, int count, Change change)
    {
        var pairs = new List<RunPair>();
        for (var r = from; r < from + count; r++)
        {
            for (var w = 0; w < rounds[r].Length; w++)
            {
                var (a, b) = rounds[r][w];
                pairs.Add(new($"w{w:00}", r, a, b * (1 + change.Percent(w) / 100)));
            }
        }

        return pairs;
    }
}
