using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json.Linq;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>
/// The soak: agents drawn at random from all that there are, hotspot after hotspot, and nothing lost, leaked or left. Run by hand; the
/// figures it prints stand in docs/benchmarks.md.
/// </summary>
[TestFixture]
[Explicit("It takes a quarter of an hour.")]
[Category("Soak")]
[NonParallelizable]
public sealed class SoakTests
{
    private const int Seed = 20262;
    private const int Iterations = 200;
    private const int Functions = 240;

    [OneTimeSetUp]
    public void Require() => Prerequisites.Require();

    [Test]
    public void After_two_hundred_iterations_nothing_is_lost_leaked_or_left()
    {
        using var hunt = new AgentHunt(AddFunctions) { TimeLimit = TimeSpan.FromMinutes(90), Configure = FindThemAll };
        var outside = Directory.CreateDirectory(Path.Combine(hunt.Root, "outside")).FullName;
        var drawn = Draw([.. Misbehaviour.All(outside), .. Sly.All(outside)], hunt.Repository);
        var command = hunt.InTurn([.. drawn.Select(row => row.Script)]);
        var before = hunt.Fingerprint();
        using var watch = new SoakWatch(hunt);
        var run = hunt.Run(
            new JObject { ["attempts"] = 1, ["minutes"] = 600, ["environment"] = new JArray("AGENT_KEY"), ["command"] = command }.ToString(),
            "--target=PerfHunt",
            $"--iterations={Iterations}");
        watch.Print(Seed, run.Use.WallSeconds);

        Assert.That(run.ExitCode, Is.Zero, run.StandardError);
        var investigated = hunt.State["investigated"]!;
        Assert.That(investigated.Count(), Is.EqualTo(Iterations));
        Assert.That(investigated.Select(entry => (string?)entry["function"]), Is.Unique);
        var found = investigated.SelectMany(entry => entry["attempts"]!).Select(attempt => (string)attempt["outcome"]!).ToList();
        Assert.That(drawn.Zip(found, (row, outcome) => $"{row.Name}: {outcome}"), Is.EqualTo(drawn.Select(row => $"{row.Name}: {row.Outcome}")));
        Assert.That(Directory.GetFiles(Path.Combine(hunt.Repository, ".tickets")), Has.Length.EqualTo(Iterations));
        Assert.That(hunt.Fingerprint(), Is.EqualTo(before));
        Assert.That(hunt.Git("rev-list", "--count", "main..perf-hunt"), Is.EqualTo("2"));
        Assert.That(hunt.Git("fsck", "--no-dangling"), Is.Empty);
        Assert.That(hunt.Records + run.StandardOutput + run.StandardError, Does.Not.Contain(AgentHunt.Canary));
        Assert.That(SoakWatch.Processes(hunt), Is.Empty);
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(hunt.Workspace, "clones")), Is.Empty);
    }

    // As many functions that do something as there are to be iterations, and some more, each a little hotter than the one after it.
    private static void AddFunctions(string folder)
    {
        var source = Path.Combine(folder, "src");
        var functions = Enumerable.Range(0, Functions).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"__attribute__((noinline)) static uint32_t many_{i:000}(uint32_t x) {{ for (unsigned i = 0; i < {200000 - (i * 400)}; i++) x = x * {1664525 + (i * 4)}u + i; return x; }}"));
        var calls = Enumerable.Range(0, Functions).Select(i => string.Create(CultureInfo.InvariantCulture, $"    x = many_{i:000}(x);"));
        File.WriteAllText(
            Path.Combine(source, "many.c"),
            $"#include \"tally.h\"\n{string.Join('\n', functions)}\nuint32_t many_all(uint32_t x)\n{{\n{string.Join('\n', calls)}\n    return x;\n}}\n");
        TallyProject.Replace(Path.Combine(source, "tally.h"), "#endif", "/* many.c: work. */\nuint32_t many_all(uint32_t x);\n\n#endif");
        TallyProject.Replace(Path.Combine(source, "main.c"), "    order_sort(&words);", "    crc ^= many_all(crc);\n    order_sort(&words);");
        TallyProject.Replace(Path.Combine(folder, "Makefile"), "src/checksum.c", "src/checksum.c src/many.c");
    }

    private static void FindThemAll(JObject config)
    {
        ((JArray)config["ownCode"]!).Add(new JObject { ["prefix"] = "many_", ["crate"] = "many", ["folder"] = "src" });
        config["suite"] = new JObject { ["workloads"] = new JArray("many-words:7:many:1:4", "much-text:9:few:2:5") };
        config["thresholds"] = new JObject { ["selfPercent"] = 0.02 };
        config["perf"] = new JObject { ["minimumSamples"] = 50, ["recordings"] = 1, ["frequencyHz"] = 4999 };
    }

    // Three agents in a row that fail end a hunt, which is tested elsewhere. Real fixes stand in the middle and at the end: each is a new baseline.
    private static ImmutableArray<Misbehaviour> Draw(IReadOnlyList<Misbehaviour> rows, string repository)
    {
        TestContext.Progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, {rows.Count} agents"));
        var random = new Random(Seed);
        var drawn = ImmutableArray.CreateBuilder<Misbehaviour>();
        for (var ended = 0; ended < Iterations;)
        {
            var next = ended == Iterations / 2 ? Fix("06-checksum-table.patch") : ended == Iterations - 1 ? Fix("03-find-by-length.patch") : rows[random.Next(rows.Count)];
            var isError = next.Outcome == "investigator-error";
            if (!isError || drawn.TakeLast(2).Any(row => row.Outcome != next.Outcome))
            {
                drawn.Add(next);
                ended += isError ? 0 : 1;
            }
        }

        return drawn.ToImmutable();

        Misbehaviour Fix(string patch) => new($"applies {patch}", "fixed", $"git apply {repository}/fixes/{patch}");
    }
}
