using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Annotation;
using PerfHunt.Profiling.Lines;
using PerfHunt.Reporting;

namespace PerfHunt.Build.Tasks;

/// <summary>Shows where in a function its time goes; without a function, the hottest ones.</summary>
[TaskName("Annotate")]
[TaskDescription("Shows the hot lines, instructions, inlined functions and callers of the function that --symbol names, or the hottest functions")]
public sealed class AnnotateTask : HuntTask
{
    private const int ShownNames = 8;
    private const int ShownNameLength = 120;

    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        using var sources = RecordingArguments.Sources(context.Options);
        var profile = RecordingArguments.CompiledProfile(context.Options, context.Cancellation);
        MadeFile.Tell(profile);
        if (context.Options.Symbol is not { } symbol)
        {
            var ranked = RecordingArguments.Profile(context.Options, context.Cancellation);
            Print(HottestText.Plain(ranked));
            context.Output.Json(() => HottestText.Json(ranked));
            return;
        }

        var function = Meant(profile, sources, symbol);
        var annotation = Annotator.Annotate(profile, function, sources, new Disassembly(new ProcessRunner(TimeProvider.System), context.Cancellation)) ?? Annotator.WithoutPlaces(profile, function);

        // What was inlined everywhere stands in no stack of compiled functions.
        var stacks = annotation.IsInlined ? RecordingArguments.WrittenProfile(context.Options, sources, context.Cancellation) : profile;
        var neighbours = stacks.CallGraph?.Neighbours(function);
        var texts = RecordingArguments.SourceTexts(context.Options);
        Print(AnnotationText.Plain(annotation, neighbours, texts.Line, texts.Relative));
        Print(sources.Warnings.Select(warning => $"Note: {UntrustedText.Line(warning)}."));
        context.Output.Json(() => AnnotationText.Json(annotation, neighbours));
    }

    private static string Meant(Profile profile, SourceIndexes sources, string text)
    {
        var found = SymbolSearch.Find([.. profile.Symbols.Select(share => share.Symbol)], text);
        found = found.IsEmpty ? SymbolSearch.Find(Annotator.InlinedNames(profile, sources), text) : found;
        return found switch
        {
            [var only] => only,
            [] => throw new HuntException(ExitCode.Usage, $"No function of the recording has '{UntrustedText.Line(text)}' in its name", "--target=Annotate without --symbol lists the hottest ones."),
            var several => throw new HuntException(
                ExitCode.Usage,
                $"{several.Length} functions have '{UntrustedText.Line(text)}' in their names",
                $"Name one of them: {string.Join(", ", several.Take(ShownNames).Select(name => $"'{UntrustedText.Line(name, ShownNameLength)}'"))}{(several.Length > ShownNames ? ", ..." : "")}."),
        };
    }

    private static void Print(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.Out.WriteLine(line);
        }
    }
}
