using PerfHunt.State;
using PerfHunt.Verification.Measuring;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Loop;

/// <summary>Estimates a large effect again from solo runs, because duets show up to 15 % too little of it.</summary>
public static class SoloSize
{
    // Each round costs the suite twice; two already weigh as much as the duets when the effect is large.
    private const int Rounds = 2;

    /// <summary>Measures the size; null where it is not large, or was measured by solo runs anyway.</summary>
    public static MeasuredSize? Measure(HuntSession session, Verdict verdict, MeasuredSide baseline, MeasuredSide candidate, string label)
    {
        if (verdict.Refusal is not null || verdict.Mode != MeasuringNames.Of(MeasuringMode.Duet) || !EffectSize.NeedsSoloRuns(verdict))
        {
            return null;
        }

        session.Say("The effect is large: its size is measured by solo runs too.");
        var measurement = new Measurement(session, $"{label} solo", baseline, candidate, mode: MeasuringMode.Solo);
        for (var round = 1; round <= Rounds; round++)
        {
            if (measurement.Round(round) is not null)
            {
                return null;
            }
        }

        var size = EffectSize.From(verdict, measurement.Pairs);
        return size.Refusal is null ? new(size.EffectPercent, size.LowPercent, size.HighPercent, size.Agrees, size.Reason) : null;
    }
}
