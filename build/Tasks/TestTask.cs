using Cake.Frosting;
using PerfHunt.Build.Hosting;
using PerfHunt.Build.Testing;
using PerfHunt.Errors;

namespace PerfHunt.Build.Tasks;

/// <summary>Builds the solution and runs every test.</summary>
[TaskName("Test")]
[TaskDescription("Builds the solution and runs every test")]
public sealed class TestTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var run = new TestRun(Console.Out.WriteLine, context.Cancellation);
        Console.Out.WriteLine("Building the solution...");
        run.Build();
        Console.Out.WriteLine("Running the tests...");
        var totals = run.Run(context.Options.TestFilter);
        foreach (var test in totals.Skipped)
        {
            Console.Out.WriteLine($"Skipped {test.Name}: {test.Reason}");
        }

        var judged = ContinuousIntegration.IsOn ? totals.WithoutExcuses() : totals;
        Console.Out.WriteLine(judged);
        if (judged.Failed > 0)
        {
            throw new HuntException(ExitCode.InternalError, $"{judged.Failed} tests failed", "See the failures above.");
        }
    }
}
