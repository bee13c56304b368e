namespace PerfHunt.Profiling;

/// <summary>A recording with too few samples to rank functions by. An expected outcome, hence a value.</summary>
/// <param name="Source">The recording.</param>
/// <param name="Samples">How many samples it has.</param>
/// <param name="Minimum">How many would have been enough.</param>
public sealed record SampleShortage(string Source, long Samples, int Minimum)
{
    /// <summary>What is short, and the remedy.</summary>
    public override string ToString() =>
        $"{Source}: {Samples} samples, of at least {Minimum}; make the workload larger, or raise perf.frequencyHz";
}
