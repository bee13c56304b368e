using System.Collections.Immutable;
using PerfHunt.Hotspots;

namespace PerfHunt.Tests.Hotspots;

public sealed class HotspotChoiceTests
{
    private static readonly ImmutableArray<Candidate> Ranked = [Hot("first", 9), Hot("second", 5), Hot("third", 3)];

    [Test]
    public void The_hottest_one_that_is_not_settled_is_chosen() =>
        Assert.That(Choose(["first"]), Is.EqualTo(new Analysis.Chosen(Ranked[1])));

    [Test]
    public void The_first_suite_without_candidates_is_made_larger() =>
        Assert.That(Choose(["first", "second", "third"]), Is.TypeOf<Analysis.SuiteExhausted>());

    [Test]
    public void The_larger_suite_without_candidates_ends_the_hunt() =>
        Assert.That(Choose(["first", "second", "third"], generation: 2), Is.TypeOf<Analysis.NothingLeft>());

    private static Analysis Choose(ImmutableHashSet<string> settled, int generation = 1) =>
        HotspotChoice.Choose(Ranked, settled.Contains, generation);

    private static Candidate Hot(string function, double percent) =>
        new(function, "crate", "folder", ImmutableSortedDictionary<string, double>.Empty.Add("w", percent));
}
