using PerfHunt.Loop;
using PerfHunt.State;

namespace PerfHunt.Tests.Loop;

public sealed class InvestigationResultTests
{
    [Test]
    public void One_commit_makes_an_investigation_fixed_whatever_was_tried_before()
    {
        var entry = Of(Attempt(Outcomes.Slower), Attempt(Outcomes.Fixed) with { Commit = "c0ffee", Title = "cache", Change = new() { EffectPct = -7 } });

        Assert.Multiple(() =>
        {
            Assert.That(entry.Outcome, Is.EqualTo(Outcomes.Fixed));
            Assert.That(entry.Commit, Is.EqualTo("c0ffee"));
            Assert.That(entry.CompileTimeChangePct, Is.EqualTo(-7));
            Assert.That(entry.Attempts, Has.Length.EqualTo(2));
        });
    }

    [Test]
    public void A_change_kept_for_cleaner_code_is_marginal() =>
        Assert.That(Of(Attempt(Outcomes.Slower), Attempt(Outcomes.Marginal) with { Commit = "c" }).Outcome, Is.EqualTo(Outcomes.Marginal));

    [TestCase(Outcomes.TooWide)]
    [TestCase(Outcomes.TimeLimit)]
    [TestCase(Outcomes.Inconclusive)]
    [TestCase(Outcomes.SetAside)]
    public void What_leaves_something_to_do_defers_the_hotspot(string outcome) =>
        Assert.That(Of(Attempt(Outcomes.Slower), Attempt(outcome), Attempt(Outcomes.NoIdea)).Outcome, Is.EqualTo(Outcomes.Deferred));

    [TestCase(Outcomes.Slower)]
    [TestCase(Outcomes.NoEffect)]
    [TestCase(Outcomes.GateFailed)]
    [TestCase("protected-path")]
    public void What_failed_and_leaves_nothing_to_do_is_reverted(string outcome) =>
        Assert.That(Of(Attempt(outcome), Attempt(Outcomes.NoIdea)).Outcome, Is.EqualTo(Outcomes.Reverted));

    [Test]
    public void Without_any_proposal_the_hotspot_is_deferred() =>
        Assert.That(Of(Attempt(Outcomes.NoIdea)).Outcome, Is.EqualTo(Outcomes.Deferred));

    [Test]
    public void The_last_real_proposal_gives_the_notes() =>
        Assert.That(Of(Attempt(Outcomes.Slower) with { Title = "memo", Reason = "it is slower" }, Attempt(Outcomes.NoIdea)).Notes, Is.EqualTo("memo: slower. it is slower"));

    private static InvestigatedEntry Of(params AttemptRecord[] attempts) =>
        InvestigationResult.Of(new CurrentHotspot { Function = "f", MaxSelfPct = 9, Attempts = [.. attempts] }, 1);

    private static AttemptRecord Attempt(string outcome) => new() { Outcome = outcome };
}
