using System.Collections.Immutable;
using PerfHunt.Hotspots;

namespace PerfHunt.Tests.Hotspots;

public sealed class LeadTests
{
    [TestCase(4_000, 9.5, 8.7, ExpectedResult = "one two", Description = "0.8 points apart, standard error 0.64")]
    [TestCase(32_000, 9.5, 8.7, ExpectedResult = "", Description = "standard error 0.23")]
    [TestCase(4_000, 20, 10, ExpectedResult = "")]
    public string A_lead_within_chance_asks_for_more_of_the_two_workloads(long samples, double first, double second) =>
        Undecided(samples, Hot("a", "one", first), Hot("b", "two", second));

    [Test]
    public void Two_functions_of_one_workload_compete_for_its_samples()
    {
        // Variance of the difference: (0.3 * 0.7 + 0.27 * 0.73 + 2 * 0.3 * 0.27) / 10,000; three standard errors are 2.27 points.
        Assert.That(Undecided(10_000, Hot("a", "one", 30), Hot("b", "one", 27)), Is.Empty);
        Assert.That(Undecided(10_000, Hot("a", "one", 29.2), Hot("b", "one", 27)), Is.EqualTo("one"));
    }

    [Test]
    public void A_single_candidate_needs_no_lead() => Assert.That(Undecided(10, Hot("a", "one", 3)), Is.Empty);

    private static string Undecided(long samples, params Candidate[] ranked) =>
        string.Join(' ', Lead.Undecided(ranked, new Dictionary<string, long> { ["one"] = samples, ["two"] = samples }));

    private static Candidate Hot(string function, string workload, double percent) =>
        new(function, "crate", "folder", ImmutableSortedDictionary<string, double>.Empty.Add(workload, percent));
}
