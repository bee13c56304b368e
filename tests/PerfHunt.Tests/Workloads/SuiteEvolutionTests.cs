using PerfHunt.Configuration;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Workloads;

public sealed class SuiteEvolutionTests
{
    private static readonly WorkloadConfig Generated = new() { Name = "a", Seed = 7, Profile = "full", Layers = 1, ModulesPerLayer = 15 };
    private static readonly WorkloadConfig Fixed = new() { Name = "b", Command = new CommandLine(["run"]) };

    [TestCase(1.5, 2, 23)]
    [TestCase(1.01, 2, 16)]
    [TestCase(3, 3, 45)]
    public void Layers_and_modules_grow(double growth, int layers, int modules)
    {
        var grown = SuiteEvolution.Grow(new SuiteConfig { Workloads = [Generated, Fixed], Growth = growth });

        Assert.That(grown, Is.EqualTo([Generated with { Layers = layers, ModulesPerLayer = modules }, Fixed]));
    }

    [Test]
    public void A_configured_second_generation_is_taken_as_it_is() =>
        Assert.That(SuiteEvolution.Grow(new SuiteConfig { Workloads = [Generated], Evolved = [Fixed] }), Is.EqualTo([Fixed]));
}
