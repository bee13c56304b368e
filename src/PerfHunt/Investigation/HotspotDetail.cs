using System.Collections.Immutable;
using PerfHunt.Profiling.Annotation;

namespace PerfHunt.Investigation;

/// <summary>Where in a hotspot its time goes, the hottest first. Empty lists where the program's debug information does not tell.</summary>
/// <param name="Lines">The hotspot's own lines; what was inlined counts at the line that calls it.</param>
/// <param name="Inlined">The functions inlined into it, each with its hottest line.</param>
/// <param name="Instructions">Its hottest instructions with their places.</param>
/// <param name="WithoutLinePercent">Share of its samples of which no line is known, percent.</param>
public sealed record HotspotDetail(
    ImmutableArray<CodeLine> Lines, ImmutableArray<CodeLine> Inlined, ImmutableArray<(HotInstruction Instruction, string Place)> Instructions, double WithoutLinePercent);
