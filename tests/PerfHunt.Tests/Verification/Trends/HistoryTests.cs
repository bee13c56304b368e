using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Verification.Trends;

namespace PerfHunt.Tests.Verification.Trends;

public class HistoryTests
{
    private static readonly HistoryEntry Duet = new("2026-11-25T02:00:00Z", "b2", "a1", "deep", 1, 0.5, 0.25);
    private static readonly HistoryEntry Solo = new("2026-11-25T02:00:01Z", "b2", null, "wi\"de", 2, 1e-3, null, "wall", "solo");

    [Test]
    public void What_is_written_is_read_again()
    {
        var text = HistoryText.Write([Duet, Solo]);

        Assert.That(text.Split('\n'), Has.Length.EqualTo(3));
        Assert.That(HistoryText.Read(text, "h").Value!.Entries, Is.EqualTo(new[] { Duet, Solo }));
    }

    [Test]
    public void A_line_that_was_cut_off_is_left_out_and_told_at_every_length()
    {
        var (whole, cut) = (HistoryText.Write([Duet]), HistoryText.Write([Solo]));
        for (var length = 1; length < cut.Length - 1; length++)
        {
            var history = HistoryText.Read(whole + cut[..length], "h").Value!;
            Assert.That((history.Entries.Length, history.IsTorn), Is.EqualTo((1, true)), $"length {length}");
        }
    }

    [Test]
    public void A_tree_bears_the_commit_that_it_has_become_and_one_that_has_become_none_is_left_out()
    {
        var (kept, rejected) = (Duet with { Commit = "t1", IsTree = true }, Duet with { Commit = "t2", IsTree = true });

        var history = HistoryText.Read(HistoryText.Write([kept, rejected, Solo]) + HistoryText.Write([new HistoryName("t1", "c1")]), "h").Value!;

        Assert.That(history.Entries, Is.EqualTo(new[] { Duet with { Commit = "c1" }, Solo }));
        Assert.That(history.Rejected, Is.EqualTo(1));
    }

    [TestCase("nonsense", "expected one JSON object")]
    [TestCase("{\"workload\":\"w\",\"value\":1}", "commit: expected a text")]
    [TestCase("{\"commit\":\"c\",\"workload\":\"w\",\"value\":0}", "value: expected a number above 0")]
    [TestCase("{\"commit\":\"c\",\"workload\":\"w\",\"value\":\"1\"}", "value: expected a number above 0")]
    [TestCase("{\"commit\":\"c\",\"workload\":\"w\",\"value\":1,\"against\":\"d\"}", "against and against_value")]
    public void A_damaged_line_is_located(string line, string problem)
    {
        var error = HistoryText.Read($"{HistoryText.Write([Duet])}{line}\n", "h.jsonl").Error!;

        Assert.That((error.Source, error.Line), Is.EqualTo(("h.jsonl", 2)));
        Assert.That(error.Problem, Does.Contain(problem));
    }

    [Test]
    public void Fields_of_later_versions_are_passed_over() =>
        Assert.That(
            HistoryText.Read("{\"commit\":\"c\",\"workload\":\"w\",\"value\":1,\"colour\":[1]}\n", "h").Value!.Entries,
            Has.Length.EqualTo(1));

    [Test]
    public void No_text_makes_reading_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => HistoryText.Read(text ?? "", "h") is not null).QuickCheckThrowOnFailure();

    [Test]
    public void A_file_only_grows_and_a_cut_line_is_not_continued()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "sub", "history.jsonl");
        var file = new HistoryFile(path);
        Assert.That(file.Read().Value!.Entries, Is.Empty);

        file.Append([Duet]);
        File.AppendAllText(path, "{\"commit\":\"c");
        file.Append([Solo]);

        var history = file.Read().Value!;
        Assert.That(history.Entries, Is.EqualTo(new[] { Duet, Solo }));
        Assert.That(history.IsTorn, Is.False);
    }
}
