using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests;

/// <summary>What each commit contributes at the end, by leaving it out.</summary>
[Category("EndToEnd")]
public sealed class LeaveOneOutTests
{
    private const string EarlyFix = "03-find-by-length.patch";
    private const string LateFix = "count-by-hash.patch";

    [Test]
    public void A_gain_that_a_later_change_made_useless_is_named_and_taken_back()
    {
        Prerequisites.Require();
        using var project = new TallyProject(OnlyTwoFixes);

        // Counted: what is left of the early gain is small, and no noise may decide on which side of a bound it lies.
        var target = project.Target("PerfHunt", "--iterations=2", "--metric=callgrind", "--specs=much-text:9:few:1:2");

        var hunt = target.Run();
        var end = project.Git("rev-parse", "perf-hunt").Trim();
        var closing = (target with { Words = [.. target.Words, "--leave-one-out"] }).Run();

        Assert.That(hunt.Output, Does.Match(@"find words by hash +fixed"), hunt.ToString());
        Assert.That((hunt.ExitCode, closing.ExitCode), Is.EqualTo((0, 0)), closing.ToString());
        var shares = project.Result["left_out"]!.ToDictionary(one => (string)one["title"]!);
        var (late, early) = (shares["find words by hash"], shares["compare lengths first and letters from behind"]);
        Assert.That((string)late["share"]!["verdict"]!, Is.EqualTo("improved"), closing.ToString());
        Assert.That((string?)late["dropped_by"], Is.Null);
        Assert.That((double)early["share"]!["low_percent"]!, Is.GreaterThan(-0.5), closing.ToString());
        Assert.That((string?)early["dropped_by"], Is.EqualTo(project.Git("rev-parse", "perf-hunt").Trim()));
        Assert.That(closing.Output, Does.Contain("its gain has vanished, and it was taken back"));
        Assert.That(project.Git("log", "-1", "--format=%P %s", "perf-hunt").Trim(), Is.EqualTo($"{end} Revert \"compare lengths first and letters from behind\""));
        Assert.That(project.Git("diff", "--name-only", "main", "perf-hunt").Trim(), Is.EqualTo("src/words.c"), "what the early fix changed in the header is gone");
        Assert.That((string)project.Result["closing"]!["verdict"]!, Is.EqualTo("improved"));
        Assert.That(Leftovers.Of(project), Is.Empty);
    }

    private static void OnlyTwoFixes(string folder)
    {
        // No patch is there for the others. What is quick to count takes many samples a second to be ranked by.
        TallyProject.Replace(Path.Combine(folder, "perfhunt.json"), "\"perf\": { \"minimumSamples\": 50", "\"noiseFunctions\": [\"checksum_add\", \"order_sort\"],\n  \"perf\": { \"frequencyHz\": 3999, \"minimumSamples\": 10");
        var fixes = Path.Combine(folder, "fixes");
        foreach (var file in Directory.GetFiles(fixes).Where(file => Path.GetFileName(file) != EarlyFix))
        {
            File.Delete(file);
        }

        File.Copy(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "fixes", LateFix), Path.Combine(fixes, LateFix));
    }
}
