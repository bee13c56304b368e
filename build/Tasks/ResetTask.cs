using System.Collections.Immutable;
using Cake.Frosting;
using Newtonsoft.Json.Linq;
using PerfHunt.Build.Hosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Errors;
using PerfHunt.Loop;
using PerfHunt.Processes;

namespace PerfHunt.Build.Tasks;

/// <summary>Forgets the hunt so that a new one can begin; journal, tickets and branch stay.</summary>
[TaskName("Reset")]
[TaskDescription("Forgets the hunt so that a new one can begin; journal, tickets and branch stay")]
public sealed class ResetTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var place = HuntOpening.Find(context.Options);
        var plan = Reset.Plan(place);
        if (plan.IsEmpty)
        {
            Console.Out.WriteLine($"There is nothing to remove: no hunt has begun in {place.Repository}.");
        }
        else
        {
            Remove(context, place, plan);
        }

        context.Output.Json(() => new JObject { ["kind"] = "reset", ["repository"] = place.Repository, ["removed"] = new JArray(plan) });
    }

    private static void Remove(HuntContext context, HuntPlace place, ImmutableArray<string> plan)
    {
        var list = string.Concat(plan.Select(path => $"\n  {path}"));
        if (!context.Options.Yes && !IsConfirmed(list))
        {
            throw new HuntException(ExitCode.Usage, $"Nothing was removed. This would be:{list}\n", "Add --yes to remove it.");
        }

        var remedy = Reset.Run(place, plan, new ProcessRunner(TimeProvider.System), context.Cancellation);
        Console.Out.WriteLine($"Removed:{list}\nWhat there is of the journal ({place.JournalFile}), the tickets and the branch {place.Config.Branch} stays.");
        if (remedy is not null)
        {
            Console.Out.WriteLine(remedy);
        }
    }

    // Whoever pipes something in, and a machine, cannot be asked.
    private static bool IsConfirmed(string list)
    {
        if (ContinuousIntegration.IsOn || Console.IsInputRedirected)
        {
            return false;
        }

        Console.Error.Write($"This is removed:{list}\nGo on? [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }
}
