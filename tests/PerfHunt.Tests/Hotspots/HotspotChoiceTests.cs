using System.Collections.Immutable;
using PerfHunt.Hotspots;

namespace PerfHunt.Tests.Hotspots;

public sealed class HotspotChoiceTests
{
    private static readonly ImmutableArray<Candidate> Ranked = [Hot("first", 9), Hot("second", 5), Hot("third", 3)];

    [Test]
    public void The_hottest_one_not_yet_investigated_is_chosen() =>
        Assert.That(Choose(investigated: ["first"]), Is.EqualTo(new Analysis.Chosen(Ranked[1])));

    [Test]
    public void Noise_functions_are_skipped() =>
        Assert.That(Choose(noise: ["first", "second"]), Is.EqualTo(new Analysis.Chosen(Ranked[2])));

    [Test]
    public void The_first_suite_without_candidates_is_made_larger() =>
        Assert.That(Choose(investigated: ["first", "second", "third"]), Is.TypeOf<Analysis.SuiteExhausted>());

    [Test]
    public void The_larger_suite_without_candidates_ends_the_hunt() =>
        Assert.That(Choose(investigated: ["first", "second", "third"], generation: 2), Is.TypeOf<Analysis.NothingLeft>());

    private static Analysis Choose(ImmutableHashSet<string>? investigated = null, ImmutableHashSet<string>? noise = null, int generation = 1) =>
        HotspotChoice.Choose(Ranked, investigated ?? [], noise ?? [], generation);

    private static Candidate Hot(string function, double percent) =>
        new(function, "crate", "folder", ImmutableSortedDictionary<string, double>.Empty.Add("w", percent));
}
