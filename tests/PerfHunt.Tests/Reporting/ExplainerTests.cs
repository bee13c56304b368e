using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Hotspots;
using PerfHunt.Profiling;
using PerfHunt.Reporting;
using PerfHunt.State;

namespace PerfHunt.Tests.Reporting;

public sealed class ExplainerTests
{
    private static readonly ExplanationFacts Facts = new(
        new HuntState
        {
            Candidates = [Candidate("app::hot", 30), Candidate("app::warm", 20), Candidate("app::done", 10)],
            CurrentHotspot = new CurrentHotspot { Function = "app::hot", Attempts = [new AttemptRecord { Number = 1, Title = "try", Outcome = "slower", Reason = "by 3 %" }] },
            Investigated = [new InvestigatedEntry { Function = "app::done", Iteration = 4, Outcome = "reverted", TicketId = "a-b" }],
        },
        new Dictionary<string, Profile>
        {
            ["w"] = new("w.data", "cycles", 100, 0, 100, [.. new[] { ("app::hot", 30.0), ("app::warm", 20), ("app::done", 10), ("app::cold", 1), ("app::noise", 9), ("app::chatter", 9), ("std::sort", 21) }.Select(Share)]),
        },
        new OwnFunctions([new OwnCode("app::", "app", "src")], ["app"]),
        new HashSet<string> { "app::noise" },
        new HashSet<string> { "app::chatter" },
        2);

    [TestCase("app::hot", "chosen", "It is the hotspot under investigation: the highest-ranked one that was left.")]
    [TestCase("app::done", "investigated", "It was investigated in iteration 4 and ended as reverted (ticket a-b): no function is taken on twice in a hunt.")]
    [TestCase("app::cold", "below-threshold", "Its highest share, 1.00 %, is not above thresholds.selfPercent, 2 %.")]
    [TestCase("std::sort", "not-ours", "It is not ours: no prefix of ownCode in the configuration matches it.")]
    [TestCase("app::noise", "noise", "It is noise: noiseFunctions in the configuration lists it.")]
    [TestCase("app::chatter", "noise", "It is noise: the journal lists it under Noise Functions.")]
    [TestCase("app::warm", "candidate", "It is a candidate, number 2 of 2 that were not investigated yet; the highest share is taken on first.")]
    [TestCase("app::wram", "not-sampled", "'app::wram' was met in no profile of the last round; did you mean 'app::warm'?")]
    public void Each_reason_has_its_code_and_sentence(string function, string code, string sentence)
    {
        var explanation = Explainer.Explain(function, Facts);
        Assert.That((explanation.Code, explanation.Sentences[0]), Is.EqualTo((code, sentence)));
    }

    [Test]
    public void Part_of_a_name_is_enough_where_only_one_has_it()
    {
        Assert.That(Explainer.Explain("SORT", Facts).Function, Is.EqualTo("std::sort"));
        Assert.That(Explainer.Explain("app::", Facts).Sentences[0], Does.StartWith("6 functions have that in their names: app::chatter, app::cold"));
    }

    [Test]
    public void Shares_and_attempts_follow_the_reason() => Assert.That(
        Explainer.Explain("app::hot", Facts).Sentences[1..],
        Is.EqualTo(["Self share in the last round: w 30.00 %.", "Attempt 1: try: slower. by 3 %"]));

    private static SymbolShare Share((string Symbol, double Percent) share) => new(share.Symbol, "app", (ulong)share.Percent, (long)share.Percent, share.Percent, null);

    private static CandidateEntry Candidate(string function, double percent) =>
        new() { Function = function, MaxSelfPct = percent, ByWorkload = ImmutableSortedDictionary<string, double>.Empty.Add("w", percent) };
}
