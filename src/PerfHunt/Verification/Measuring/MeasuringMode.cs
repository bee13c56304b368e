namespace PerfHunt.Verification.Measuring;

/// <summary>How the two sides are brought to a comparison.</summary>
public enum MeasuringMode
{
    /// <summary>
    /// Both together on one and the same processor, compared by CPU time: about nine times less noisy, since whatever disturbs
    /// one disturbs the other. For programs that use one processor.
    /// </summary>
    Duet,

    /// <summary>One after the other, the order alternating (A B B A). For programs that use several processors.</summary>
    Solo,
}
