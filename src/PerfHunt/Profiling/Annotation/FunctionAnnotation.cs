using System.Collections.Immutable;

namespace PerfHunt.Profiling.Annotation;

/// <summary>Where in a function its own time goes. Everything is ordered by share, the hottest first.</summary>
/// <param name="Symbol">The function as the profile names it.</param>
/// <param name="Self">Its share of the profile.</param>
/// <param name="Samples">Number of samples in it.</param>
public sealed record FunctionAnnotation(string Symbol, SelfShare Self, long Samples)
{
    /// <summary>True when the function has no code of its own with samples, but was inlined into others.</summary>
    public bool IsInlined { get; init; }

    /// <summary>Where it is declared, with the path as the compiler wrote it and a one-based line; null when unknown.</summary>
    public (string File, int Line)? Declaration { get; init; }

    /// <summary>Lines of the function's own text; what was inlined counts at the line that calls it. Empty without debug information.</summary>
    public ImmutableArray<HotLine> OwnLines { get; init; } = [];

    /// <summary>The lines in which the instructions were written, also those of inlined functions.</summary>
    public ImmutableArray<HotLine> InnermostLines { get; init; } = [];

    /// <summary>The functions inlined into it that have samples.</summary>
    public ImmutableArray<InlinedFunction> Inlined { get; init; } = [];

    /// <summary>Its hottest instructions.</summary>
    public ImmutableArray<HotInstruction> Instructions { get; init; } = [];

    /// <summary>Share of the function's samples at instructions of which no source line is known, percent (0-100).</summary>
    public double WithoutLinePercent { get; init; }
}
