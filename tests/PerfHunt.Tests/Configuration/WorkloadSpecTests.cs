using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Configuration;

namespace PerfHunt.Tests.Configuration;

public sealed class WorkloadSpecTests
{
    [TestCase("perf-full-1000:1000:full:12:15")]
    [TestCase("perf-many-modules-2000:2000:many-modules:12:25")]
    [TestCase("perf-wide-types-3000:3000:wide-types:10:12")]
    [TestCase("perf-generics-heavy-4000:4000:generics-heavy:10:12")]
    [TestCase("perf-stdlib-heavy-5000:5000:stdlib-heavy:10:15")]
    public void The_default_specs_of_the_mission_are_read_and_written_alike(string spec) =>
        Assert.That(WorkloadSpec.Parse(spec, "--specs").Value?.Spec, Is.EqualTo(spec));

    [Test]
    public void Each_part_lands_in_its_place()
    {
        var workload = WorkloadSpec.Parse("a.b_c-1:7:wide:3:4", "test").Value!;

        Assert.That(
            (workload.Name, workload.Seed, workload.Profile, workload.Layers, workload.ModulesPerLayer, workload.IsGenerated),
            Is.EqualTo(("a.b_c-1", 7L, "wide", 3, 4, true)));
    }

    [TestCase("", "found 1")]
    [TestCase("a:1:full:12", "found 4")]
    [TestCase("a:1:full:12:15:9", "found 6")]
    [TestCase("../a:1:full:12:15", "name")]
    [TestCase("-a:1:full:12:15", "name")]
    [TestCase("a b:1:full:12:15", "name")]
    [TestCase("a:-1:full:12:15", "seed")]
    [TestCase("a:one:full:12:15", "seed")]
    [TestCase("a:99999999999999999999:full:12:15", "seed")]
    [TestCase("a:1::12:15", "profile")]
    [TestCase("a:1:full:0:15", "layers")]
    [TestCase("a:1:full:12:0", "modules_per_layer")]
    [TestCase("a:1:full:12: 5", "modules_per_layer")]
    public void A_mistake_is_located_and_shows_the_form_that_is_expected(string spec, string named)
    {
        var error = WorkloadSpec.Parse(spec, "perfhunt.json", 7).Error!;

        Assert.That(error.Problem, Does.Contain(named).And.Contain(WorkloadSpec.Form));
        Assert.That(error.ToString(), Does.StartWith("perfhunt.json:7: "));
    }

    [Test]
    public void No_text_makes_the_reader_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => WorkloadSpec.Parse(text ?? "", "test") is { Succeeded: false } or { Value.Name.Length: > 0 })
            .QuickCheckThrowOnFailure();
}
