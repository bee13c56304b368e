using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PerfHunt.Reporting;
using PerfHunt.State;

namespace PerfHunt.Tests.Reporting;

public sealed class SummaryTextTests
{
    private static readonly MeasuredChange Faster = new()
    {
        Verdict = "improved", EffectPct = -50, LowPct = -51.2, HighPct = -48.8, Rounds = 3, Mode = "duet", Metric = "cpu",
    };

    private static readonly HuntReport Report = new("/repo", "perf-hunt", new HuntState
    {
        Phase = Phase.Finished,
        Investigated =
        [
            new InvestigatedEntry
            {
                Function = "lexer::Lexer<T>::next|token", Iteration = 1, Outcome = "fixed", Commit = "c1", SamplesPctBefore = 12.34,
                Attempts =
                [
                    new AttemptRecord { Number = 1, Title = "memo", Outcome = "slower", Change = Faster with { EffectPct = 20, LowPct = 19, HighPct = 21 }, Seconds = 61 },
                    new AttemptRecord { Number = 2, Title = "<script>alert(1)</script>", Outcome = "fixed", Commit = "c1", Change = Faster, Seconds = 5 },
                ],
            },
            new InvestigatedEntry { Function = "other", Iteration = 2, Outcome = "deferred", Attempts = [new AttemptRecord { Outcome = "no-idea" }] },
        ],
        Hunt = new HuntRecord
        {
            FinishReason = "its 2 iterations are used up",
            Closing = Faster,
            Timeline = ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>>.Empty
                .Add("Verify", ImmutableSortedDictionary<string, double>.Empty.Add("wall", 100).Add("Workload", 99).Add("Git", 0.5)),
        },
    });

    [Test]
    public void The_plain_summary_names_every_attempt_and_ends_with_sentences() =>
        Assert.That(SummaryText.Plain(Report), Is.EqualTo("""
            #  Hotspot                      Self    Change tried               Outcome  Suite time (95 % interval)  Took
            -  ---------------------------  ------  -------------------------  -------  --------------------------  ----------
            1  lexer::Lexer<T>::next|token  12.3 %  memo                       slower   +20.0 % (+19.0 to +21.0)    1 min 01 s
                                                    <script>alert(1)</script>  fixed    -50.0 % (-51.2 to -48.8)    5.0 s
            2  other                        0.0 %   -                          no-idea  -                           0.0 s

            The hunt ended because its 2 iterations are used up.
            1 fix is committed on the branch perf-hunt (`git -C /repo log perf-hunt`).
            The final tree against the first: -50.0 % (-51.2 to -48.8) time over the suite, 2.00 times as fast.
            It took 1 min 40 s, of which the loop itself 1.0 s (1.0 %).

            """));

    [Test]
    public void Nothing_from_outside_becomes_markup() =>
        Assert.That(SummaryText.Markdown(Report), Does.Not.Contain("<script>").And.Contain("&lt;script&gt;").And.Contain("next\\|token"));

    [Test]
    public void The_result_holds_every_attempt_with_its_interval()
    {
        var result = ResultDocument.Of(Report);

        Assert.Multiple(() =>
        {
            Assert.That((int)result["schema_version"]!, Is.EqualTo(HuntReport.SchemaVersion));
            Assert.That((bool)result["finished"]!, Is.True);
            Assert.That((double)result.SelectToken("iterations[0].attempts[1].change.high_percent")!, Is.EqualTo(-48.8));
            Assert.That((double)result.SelectToken("closing.times_as_fast")!, Is.EqualTo(2));
            Assert.That((double)result.SelectToken("timeline.loop_percent")!, Is.EqualTo(1));
            Assert.That(result.SelectToken("iterations[1].attempts[0].change")!.Type, Is.EqualTo(JTokenType.Null));
        });
    }
}
