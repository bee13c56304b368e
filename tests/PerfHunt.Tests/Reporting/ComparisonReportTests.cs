using PerfHunt.Errors;
using PerfHunt.Reporting;
using PerfHunt.State;

namespace PerfHunt.Tests.Reporting;

public sealed class ComparisonReportTests
{
    [TestCase(Outcomes.Fixed, "improved", ExitCode.Finished)]
    [TestCase(Outcomes.NoGain, "equivalent", ExitCode.Finished)]
    [TestCase(Outcomes.NoEffect, "equivalent", ExitCode.Finished)]
    [TestCase(Outcomes.Slower, "regressed", ExitCode.Regressed)]
    [TestCase(Outcomes.Inconclusive, "inconclusive", ExitCode.Undecided)]
    [TestCase(Outcomes.SetAside, "set-aside", ExitCode.Undecided)]
    [TestCase(Outcomes.KnownInputs, "set-aside", ExitCode.Undecided)]
    [TestCase(Outcomes.BehaviourChanged, "behaviour-changed", ExitCode.BehaviourChanged)]
    public void The_exit_code_tells_the_verdict(string outcome, string verdict, ExitCode code)
    {
        var report = Report(outcome);

        Assert.That((report.Verdict, report.ExitCode), Is.EqualTo((verdict, code)));
        Assert.That((string)report.ToJson()["verdict"]!, Is.EqualTo(verdict));
        Assert.That(report.Plain(), Does.StartWith($"topic (bbbbbbbbbb) against main (aaaaaaaaaa): {verdict}\n"));
    }

    [Test]
    public void A_name_from_outside_becomes_no_markup() =>
        Assert.That((Report(Outcomes.Fixed) with { With = new("<b>x</b>", "cc") }).Markdown(), Does.Contain("&lt;b&gt;x&lt;/b&gt; (cc)"));

    [Test]
    public void Figures_are_in_the_json()
    {
        var change = Report(Outcomes.Fixed).ToJson()["change"]!;

        Assert.That((double)change["effect_percent"]!, Is.EqualTo(-3));
        Assert.That((double)change["unseen"]!["effect_percent"]!, Is.EqualTo(-2.5));
        Assert.That((string)change["size"]!["reason"]!, Is.EqualTo("both agree"));
    }

    private static ComparisonReport Report(string outcome) => new("/r", new("main", new string('a', 40)), new("topic", new string('b', 40)), outcome, "so it is", new MeasuredChange
    {
        EffectPct = -3, HoldOut = new(-2.5, -3, -2, 2), Size = new(-3.1, -4, -2, true, "both agree"),
    });
}
