using PerfHunt.Loop;
using PerfHunt.State;

namespace PerfHunt.Tests.Loop;

public sealed class CandidateChoiceTests
{
    private static readonly CurrentHotspot Hotspot = new() { Function = "hot" };

    [Test]
    public void The_first_candidate_without_an_outcome_comes_next()
    {
        var next = CandidateChoice.Next(Hotspot, [Attempt(3, ""), Attempt(1, Outcomes.Slower), Attempt(2, "")]);

        Assert.That(next.Attempt!.Number, Is.EqualTo(2));
        Assert.That(next.Round.Select(attempt => attempt.Number), Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public void The_largest_gain_wins_and_the_others_are_outdone()
    {
        var next = CandidateChoice.Next(Hotspot, [Attempt(1, Outcomes.Fixed, -5), Attempt(2, Outcomes.Fixed, -20), Attempt(3, Outcomes.GateFailed)]);

        Assert.That(next.Attempt!.Number, Is.EqualTo(2));
        Assert.That(next.Round.Select(attempt => attempt.Outcome), Is.EqualTo(new[] { Outcomes.Outdone, Outcomes.GateFailed }));
        Assert.That(next.Round[0].Reason, Does.Contain("attempt 2 is better"));
    }

    [Test]
    public void A_gain_comes_before_a_cleaner_program() =>
        Assert.That(CandidateChoice.Next(Hotspot, [Attempt(1, Outcomes.Marginal, -30), Attempt(2, Outcomes.Fixed, -1)]).Attempt!.Number, Is.EqualTo(2));

    [Test]
    public void Without_a_winner_all_keep_their_outcomes()
    {
        var next = CandidateChoice.Next(Hotspot, [Attempt(1, Outcomes.Slower), Attempt(2, Outcomes.NoGain)]);

        Assert.That(next.Round.Add(next.Attempt!).Select(attempt => attempt.Outcome), Is.EqualTo(new[] { Outcomes.Slower, Outcomes.NoGain }));
    }

    private static AttemptRecord Attempt(int number, string outcome, double percent = 0) =>
        new() { Number = number, Outcome = outcome, Change = new MeasuredChange { EffectPct = percent } };
}
