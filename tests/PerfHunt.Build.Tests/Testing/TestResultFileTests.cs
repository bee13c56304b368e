using PerfHunt.Build.Testing;

namespace PerfHunt.Build.Tests.Testing;

/// <summary>Totals come from the test platform's own result files.</summary>
public sealed class TestResultFileTests
{
    private static string Golden => Path.Combine(TestContext.CurrentContext.TestDirectory, "Testing", "Golden", "three-outcomes.trx");

    [Test]
    public void Each_outcome_is_counted_and_a_skipped_test_keeps_its_reason()
    {
        var totals = TestResultFile.Read(Golden, File.ReadAllText(Golden)).Value!;
        Assert.That(totals.ToString(), Is.EqualTo("2 passed, 1 failed, 1 skipped"));
        Assert.That(totals.Skipped, Is.EqualTo(new[] { new SkippedTest("Skips", "there is no such tool here") }));
    }

    [Test]
    public void Under_continuous_integration_a_skipped_test_is_a_failed_one()
    {
        var totals = TestResultFile.Read(Golden, File.ReadAllText(Golden)).Value!;
        Assert.That(totals.WithoutExcuses().ToString(), Is.EqualTo("2 passed, 2 failed, 0 skipped"));
    }

    [Test]
    public void Totals_add_up()
    {
        var one = new TestTotals(1, 2, [new SkippedTest("a", "b")]);
        Assert.That(one.Plus(one).Plus(TestTotals.None).ToString(), Is.EqualTo("2 passed, 4 failed, 2 skipped"));
    }

    [TestCase("")]
    [TestCase("<TestRun>")]
    public void A_damaged_file_is_a_located_error(string text) =>
        Assert.That(TestResultFile.Read("a.trx", text).Error!.ToString(), Does.Match("^a.trx(:1)?: expected the XML of a test run"));
}
