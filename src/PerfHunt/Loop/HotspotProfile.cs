using PerfHunt.Investigation;
using PerfHunt.Profiling.Annotation;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.Lines;

namespace PerfHunt.Loop;

/// <summary>What the recording of a workload says of the hotspot: its neighbours, its lines, its instructions.</summary>
/// <param name="Neighbours">Callers and callees; null when the recording has none.</param>
/// <param name="Detail">Lines, inlined functions and instructions; null when the recording or the program is gone.</param>
public sealed record HotspotProfile(CallNeighbours? Neighbours, HotspotDetail? Detail)
{
    /// <summary>The hotspot's text; null when debug information does not lead to a file of the repository.</summary>
    public SourceExcerpt? Source { get; private init; }

    private const int ShownLines = 12;

    /// <summary>Reads it.</summary>
    public static HotspotProfile Read(HuntSession session, string workload, string function)
    {
        using var sources = new SourceIndexes(session.Place.Workspace.SourceIndexes);
        if (RoundProfiles.OfWorkload(session, workload) is not { } profile)
        {
            return new(null, null);
        }

        var annotation = Annotator.Annotate(profile, function, sources, new Disassembly(session.Tools.Processes, session.Tools.Cancellation));
        var stacks = annotation is { IsInlined: true } ? RoundProfiles.OfWorkload(session, workload, sources) : profile;
        return new(stacks?.CallGraph?.Neighbours(function), annotation is null ? null : ToDetail(session, annotation))
        {
            Source = annotation is null ? null : FunctionSource.Of(session, annotation),
        };
    }

    private static HotspotDetail ToDetail(HuntSession session, FunctionAnnotation annotation)
    {
        var texts = HuntRecordings.Sources(session.Place);
        string Place(string? file, int line) => file is null ? "" : line > 0 ? FormattableString.Invariant($"{texts.Relative(file)}:{line}") : texts.Relative(file);
        CodeLine Line(string? function, string? file, int line, SelfShare self) => new(Place(file, line), function ?? "", file is null ? "" : texts.Line(file, line)?.Trim() ?? "", self);
        return new HotspotDetail(
            [.. annotation.OwnLines.Take(ShownLines).Select(line => Line("", line.File, line.Line, line.Self))],
            [.. annotation.Inlined.Take(ShownLines).Select(one => Line(one.Function, one.File, one.Line, one.Self))],
            [.. annotation.Instructions.Where(one => one.Text.Length > 0).Take(ShownLines).Select(one => (one, Place(one.File, one.Line)))],
            annotation.WithoutLinePercent);
    }
}
