using System.Globalization;
using Newtonsoft.Json.Linq;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests;

/// <summary>The trend in a history, by the host as a user starts it.</summary>
[Category("EndToEnd")]
public sealed class TrendTests
{
    private string _file = "";

    [SetUp]
    public void WriteHistory()
    {
        // Twenty commits beside one reference; the eleventh and all after it are 8 % slower on one workload of two.
        var random = new Random(7);
        _file = Path.GetTempFileName();
        foreach (var commit in Enumerable.Range(1, 20))
        {
            foreach (var round in Enumerable.Range(1, 3))
            {
                Add(commit, round, "deep", (commit > 10 ? 1.08 : 1) * Noise(random));
                Add(commit, round, "wide", Noise(random));
            }
        }
    }

    [TearDown]
    public void Remove() => File.Delete(_file);

    [Test]
    public void The_commit_that_made_a_workload_slower_is_named()
    {
        var run = Host.Run("--target=Trend", $"--history={_file}", "--format=json");

        Assert.That(run.ExitCode, Is.Zero, run.ToString());
        var changes = JObject.Parse(run.Output)["changes"]!;
        Assert.That(changes.Select(change => ((string)change["workload"]!, (string)change["commit"]!)), Is.EqualTo([("deep", "c11")]), run.ToString());
        Assert.That((double)changes[0]!["change_percent"]!, Is.EqualTo(8).Within(1.5));
    }

    [Test]
    public void A_damaged_line_is_located()
    {
        File.AppendAllText(_file, "nonsense\n{}\n");

        Refusal.Says(Host.Run("--target=Trend", $"--history={_file}"), 3, $"{_file}:121");
    }

    [Test]
    public void A_history_that_is_not_there_is_a_mistake_of_usage() =>
        Refusal.Says(Host.Run("--target=Trend", "--history=/nowhere/h.jsonl"), 2, "There is no such history");

    private static double Noise(Random random) => 1 + (0.02 * (random.NextDouble() - 0.5));

    private void Add(int commit, int round, string workload, double ratio) => File.AppendAllText(_file, string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"at\":\"2026-01-01T00:00:00Z\",\"commit\":\"c{commit:00}\",\"against\":\"c00\",\"workload\":\"{workload}\",\"round\":{round},\"value\":{ratio},\"against_value\":1}}\n"));
}
