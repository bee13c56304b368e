namespace PerfHunt.Verification.Statistics;

/// <summary>How one workload changed.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="EffectPercent">Change of the metric, percent of the baseline; negative = faster.</param>
/// <param name="LowPercent">Lower end of the 95 % interval of this workload alone, percent.</param>
/// <param name="HighPercent">Upper end of the same interval, percent.</param>
/// <param name="Pairs">How many pairs of runs it rests on.</param>
/// <param name="SpreadPercent">Standard deviation of the log ratio of one pair, times 100, after shrinkage to the calibration.</param>
public sealed record WorkloadEffect(
    string Workload, double EffectPercent, double LowPercent, double HighPercent, int Pairs, double SpreadPercent);
