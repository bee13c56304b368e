using PerfHunt.Configuration;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Workloads;

public sealed class HoldOutTests
{
    private static readonly WorkloadConfig Shown = new() { Name = "a", Seed = 1000, Profile = "full", Layers = 2, ModulesPerLayer = 3 };

    [Test]
    public void Hold_outs_differ_by_name_and_seed_alone()
    {
        var hidden = HoldOut.For([Shown, new WorkloadConfig { Name = "fixed", Command = new CommandLine(["x"]) }], 7).Single();

        Assert.That(hidden with { Name = Shown.Name, Seed = Shown.Seed }, Is.EqualTo(Shown));
        Assert.That(WorkloadSpec.Parse(hidden.Spec, "test").Succeeded);
    }

    [Test]
    public void Seeds_are_others_for_each_hunt_and_the_same_within_one()
    {
        var seeds = Enumerable.Range(0, 100).Select(hunt => HoldOut.For([Shown], hunt).Single().Seed).ToList();

        Assert.That(seeds, Is.Unique.And.All.InRange(1, 1_000_000_001).And.All.Not.EqualTo(Shown.Seed));
        Assert.That(HoldOut.For([Shown], 5).Single().Seed, Is.EqualTo(seeds[5]));
    }
}
