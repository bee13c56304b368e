using PerfHunt.Verification.Measuring;

namespace PerfHunt.Tests.Verification.Measuring;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class QuietMomentTests
{
    private const double LookSeconds = 0.3;
    private readonly ManualClock _clock = new();
    private readonly List<string> _told = [];
    private int _looks;

    [Test]
    public void On_a_quiet_machine_one_look_is_enough_and_serves_for_a_while()
    {
        var quiet = After(hours: 1, _ => 0.05);

        Assert.That((quiet.Cpu(), quiet.Cpu(), _looks), Is.EqualTo((3, 3, 1)));
        quiet.Forget();
        quiet.Cpu();
        Assert.That((_looks, _told.Count), Is.EqualTo((2, 0)));
    }

    [Test]
    public void A_busy_neighbour_is_waited_for_and_told()
    {
        After(hours: 1, number => number < 4 ? 0.9 : 0.1).Cpu();

        Assert.That(_looks, Is.EqualTo(4));
        Assert.That(_told, Is.EqualTo(new[] { "Waited 0.9 s for a quiet processor." }));
    }

    [Test]
    public void One_that_stays_is_not_waited_for_long_and_told()
    {
        After(hours: 1, _ => 0.9).Cpu();

        Assert.That(_looks * LookSeconds, Is.InRange(10, 11));
        Assert.That(_told.Single(), Does.StartWith("Something else keeps the machine busy (90 % of its time); measured all the same after 10."));
    }

    [Test]
    public void All_waits_together_take_no_more_than_a_hundredth_of_the_hunt()
    {
        var quiet = After(hours: 0, _ => 0.9);
        for (var i = 0; i < 100; i++)
        {
            _clock.Advance(6);
            quiet.Forget();
            quiet.Cpu();
        }

        Assert.That((_looks - 100) * LookSeconds, Is.InRange(5, 7.5));
    }

    [Test]
    public void Where_no_processor_is_chosen_a_quiet_machine_costs_no_look()
    {
        After(hours: 1, _ => 0.9, othersRun: false).AwaitAll();

        Assert.That((_looks, _told.Count), Is.EqualTo((0, 0)));
    }

    private QuietMoment After(double hours, Func<int, double> busyShare, bool othersRun = true)
    {
        var quiet = new QuietMoment(_clock, Look, () => othersRun, _told.Add);
        _clock.Advance(hours * 3600);
        return quiet;

        ProcessorLook Look()
        {
            _clock.Advance(LookSeconds);
            _looks++;
            return new(3, busyShare(_looks), busyShare(_looks));
        }
    }
}
