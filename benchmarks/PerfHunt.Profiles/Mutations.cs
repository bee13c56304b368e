using System.Globalization;
using PerfHunt.Tests.Profiling.Mutation;

namespace PerfHunt.Profiles;

/// <summary>The long run of damaged input.</summary>
internal static class Mutations
{
    private const int Seed = 1;

    public static int Run(long count)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, {count} damaged inputs a reader, .NET {Environment.Version}"));
        Console.WriteLine("| Reader | Inputs | Slowest, ms | Most memory for one, MB |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var (name, examples, read) in MutationTargets.All)
        {
            var (done, slowestMs, mostBytes) = MutationRun.Run(examples, read, Seed, count, TimeSpan.FromHours(2));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {done} | {slowestMs:0.0} | {mostBytes / 1e6:0.0} |"));
        }

        return 0;
    }
}
