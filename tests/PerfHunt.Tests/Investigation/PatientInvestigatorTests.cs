using PerfHunt.Investigation;

namespace PerfHunt.Tests.Investigation;

public sealed class PatientInvestigatorTests
{
    private static readonly InvestigationReply Limited = new(InvestigationEnding.Limited, "", "", "rate limit");
    private static readonly InvestigationReply Changed = new(InvestigationEnding.Changed, "", "", "");

    [Test]
    public void Each_wait_is_twice_as_long_as_the_one_before()
    {
        var waits = new List<double>();
        var reply = Ask([Limited, Limited, Limited, Changed], budgetMinutes: 60, waits);

        Assert.That(waits, Is.EqualTo(new[] { 30d, 60, 120 }));
        Assert.That(reply.Ending, Is.EqualTo(InvestigationEnding.Changed));
        Assert.That(reply.Waited, Is.EqualTo(TimeSpan.FromSeconds(210)));
    }

    [Test]
    public void Waiting_ends_with_its_budget()
    {
        var waits = new List<double>();
        var reply = Ask([.. Enumerable.Repeat(Limited, 100)], budgetMinutes: 60, waits);

        Assert.That(reply.Ending, Is.EqualTo(InvestigationEnding.Limited));
        Assert.That(waits.Sum(), Is.LessThanOrEqualTo(3600));
        Assert.That(waits.Max(), Is.EqualTo(600));
    }

    [Test]
    public void Waiting_ends_with_the_hunt()
    {
        var reply = Ask([Limited, Changed], budgetMinutes: 60, [], isTimeUp: true);

        Assert.That(reply.Ending, Is.EqualTo(InvestigationEnding.Limited));
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public void An_agent_that_says_so_only_in_words_is_limited_where_nothing_was_changed(bool isUnchanged, int expectedWaits)
    {
        var waits = new List<double>();
        var words = Changed with { WithoutChange = InvestigationEnding.Limited };
        var reply = Ask([words, Changed], budgetMinutes: 60, waits, isUnchanged: isUnchanged);

        Assert.That((reply.Ending, waits.Count), Is.EqualTo((InvestigationEnding.Changed, expectedWaits)));
    }

    private static InvestigationReply Ask(
        InvestigationReply[] replies, double budgetMinutes, List<double> waits, bool isTimeUp = false, bool isUnchanged = true)
    {
        var patient = new PatientInvestigator(
            new Scripted(new(replies)),
            TimeSpan.FromSeconds(30),
            TimeSpan.FromMinutes(budgetMinutes),
            (time, _) =>
            {
                waits.Add(time.TotalSeconds);
                return !isTimeUp;
            },
            _ => isUnchanged,
            new ManualClock());
        return patient.Investigate(AgentFixture.Request("/w"), default);
    }

    private sealed class Scripted(Queue<InvestigationReply> replies) : IInvestigator
    {
        public InvestigationReply Investigate(InvestigationRequest request, CancellationToken cancellation) => replies.Dequeue();
    }
}
