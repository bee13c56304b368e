namespace PerfHunt.Verdicts;

/// <summary>What one whole comparison said.</summary>
/// <param name="Verdict">The verdict in a word.</param>
/// <param name="EffectPercent">Change of the suite, percent.</param>
/// <param name="LowPercent">Lower end of its 95 % interval, percent.</param>
/// <param name="HighPercent">Upper end of it, percent.</param>
/// <param name="Rounds">Rounds of the suite.</param>
/// <param name="Seconds">How long it took, builds and calibration included.</param>
internal sealed record LiveResult(string Verdict, double EffectPercent, double LowPercent, double HighPercent, int Rounds, double Seconds);
