namespace PerfHunt.Verification.Statistics;

/// <summary>A gain seen on workloads that nobody who made the change has seen.</summary>
/// <param name="Kind">What they say.</param>
/// <param name="EffectPercent">Their change, percent; negative = faster.</param>
/// <param name="LowPercent">Lower end of its 95 % interval, percent.</param>
/// <param name="HighPercent">Upper end of it, percent.</param>
/// <param name="Rounds">Rounds of them.</param>
/// <param name="Reason">One sentence without a full stop.</param>
public sealed record HoldOutVerdict(HoldOutKind Kind, double EffectPercent, double LowPercent, double HighPercent, int Rounds, string Reason);
