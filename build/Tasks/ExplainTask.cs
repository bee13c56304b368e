using Cake.Frosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Errors;
using PerfHunt.Loop;

namespace PerfHunt.Build.Tasks;

/// <summary>Says why a function was chosen or skipped.</summary>
[TaskName("Explain")]
[TaskDescription("Says why the function that --symbol names was chosen or skipped")]
public sealed class ExplainTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var symbol = context.Options.Symbol
            ?? throw new HuntException(ExitCode.Usage, "Explain needs to know which function is meant", "Add --symbol=NAME; --target=Status names those that were investigated.");
        var explanation = Explain.Function(HuntOpening.Find(context.Options), symbol, context.Cancellation);
        Console.Out.WriteLine(UntrustedText.Line(explanation.Function));
        foreach (var sentence in explanation.Sentences)
        {
            Console.Out.WriteLine($"  {sentence}");
        }

        context.Output.Json(explanation.ToJson);
    }
}
