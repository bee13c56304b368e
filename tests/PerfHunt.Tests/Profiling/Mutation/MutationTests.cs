namespace PerfHunt.Tests.Profiling.Mutation;

/// <summary>A short run of what the benchmark program does a million times.</summary>
public sealed class MutationTests
{
    private const int Seed = 20261125;

    private static IEnumerable<string> Targets => MutationTargets.All.Select(target => target.Name);

    [TestCaseSource(nameof(Targets))]
    public void Damaged_input_is_refused_or_counted_never_a_crash(string name)
    {
        var (_, examples, read) = MutationTargets.All.Single(target => target.Name == name);

        var (count, slowestMs, mostBytes) = MutationRun.Run(examples, read, Seed, most: 20_000, TimeSpan.FromSeconds(1.5));

        TestContext.Out.WriteLine($"{name}: {count} from seed {Seed}, slowest {slowestMs:0.0} ms, most memory {mostBytes} bytes");
        Assert.That(count, Is.GreaterThan(0));
    }
}
