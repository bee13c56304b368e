using System.Globalization;
using Newtonsoft.Json.Linq;
using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests;

/// <summary>Two revisions compared without a hunt.</summary>
[Category("EndToEnd")]
public sealed class CompareTests : IDisposable
{
    private const int Regressed = 10;
    private const int Undecided = 11;
    private const int BehaviourChanged = 12;

    // The configured workloads, made smaller: the changes are large.
    private static readonly string[] Small = ["--specs=many-words:7:many:1:5,much-text:9:few:2:5"];

    // Long enough that touching memory costs less than the change gains.
    private static readonly string[] Long = ["--specs=much-text:9:few:2:10"];

    // On workloads with unseen seeds this change does nothing, which time shows only within its noise.
    private static readonly string[] Counted = ["--specs=much-text:9:few:1:1", "--metric=callgrind"];

    private TallyProject _project = null!;

    [OneTimeSetUp]
    public void Commit()
    {
        Prerequisites.Require();
        _project = new TallyProject();
        Branch("faster", () => Apply("06-checksum-table"));
        Branch("slower", () => Apply("02-find-length-first"));
        Branch("other", () => Apply("04-checksum-no-inversion"));
        Branch("special", KnowTheInput);
        Branch("hungry", PayWithMemory);
    }

    /// <inheritdoc/>
    public void Dispose() => _project?.Dispose();

    [TestCase("faster", "improved", 0)]
    [TestCase("slower", "regressed", Regressed)]
    [TestCase("other", "behaviour-changed", BehaviourChanged)]
    [TestCase("special", "set-aside", Undecided, "known inputs")]
    [TestCase("hungry", "set-aside", Undecided, "paid for with memory")]
    public void The_verdict_is_told_by_exit_code_and_json(string branch, string verdict, int exitCode, string reason = "")
    {
        var before = UserSnapshot.Of(_project.Folder);

        var run = _project.Target("Compare", ["--base=main", $"--with={branch}", .. branch switch { "hungry" => Long, "special" => Counted, _ => Small }, "--format=json"]).Run();

        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.ToString());
        var result = JObject.Parse(run.Output);
        Assert.That((string)result["verdict"]!, Is.EqualTo(verdict), run.ToString());
        Assert.That((string)result["with"]!["commit"]!, Is.EqualTo(_project.Git("rev-parse", branch).Trim()));
        Assert.That(UserSnapshot.Of(_project.Folder), Is.EqualTo(before), "the user's files");
        Assert.That(File.Exists(_project.StateFile), Is.False, "no hunt has begun");
        Assert.That((string)result["reason"]!, Does.Contain(reason));
    }

    [Test]
    public void A_revision_is_equivalent_to_itself() =>
        Assert.That(_project.Target("Compare", "--base=main", "--with=main").Run().Output, Does.Contain("equivalent"));

    [Test]
    public void A_revision_that_is_not_there_is_a_mistake_of_usage() =>
        Refusal.Says(_project.Target("Compare", "--base=--upload-pack=x").Run(), 2, "There is no revision '--upload-pack=x'");

    [Test]
    public void What_is_compared_with_must_be_named() => Refusal.Says(_project.Target("Compare").Run(), 2, "--base=REV");

    [Test]
    public void A_duet_compares_nothing_but_processor_time() =>
        Refusal.Says(_project.Target("Compare", "--base=main", "--mode=duet", "--metric=wall").Run(), 2, "only CPU time");

    private void Branch(string name, Action change)
    {
        _project.Git("checkout", "--quiet", "-b", name, "main");
        change();
        _project.Git("commit", "--quiet", "--all", "--message", name);
        _project.Git("checkout", "--quiet", "main");
    }

    private void Apply(string patch) => _project.Git("apply", $"fixes/{patch}.patch");

    // The faster checksum, in a program that holds memory in which it keeps nothing.
    private void PayWithMemory()
    {
        Apply("06-checksum-table");
        File.AppendAllText(Path.Combine(_project.Folder, "src", "checksum.c"), """

            #include <stdlib.h>
            static char *volatile hoard;
            __attribute__((constructor)) static void fill_hoard(void)
            {
                hoard = malloc(24u << 20);
                for (size_t i = 0; i < 24u << 20; i += 4096) {
                    hoard[i] = 1;
                }
            }

            """);
    }

    // The faster checksum, but only where the text begins as that of the configured seed does.
    private void KnowTheInput()
    {
        Apply("06-checksum-table");
        var file = Path.Combine(_project.Folder, "src", "checksum.c");
        var fast = File.ReadAllText(file).Replace("checksum_add", "checksum_fast", StringComparison.Ordinal);
        _project.Git("checkout", "--quiet", "--", "src/checksum.c");
        var slow = File.ReadAllText(file).Replace("checksum_add", "checksum_slow", StringComparison.Ordinal);
        File.WriteAllText(file, $$"""
            {{fast}}
            {{slow.Replace("#include \"tally.h\"", "", StringComparison.Ordinal)}}
            #include <string.h>
            uint32_t checksum_add(uint32_t crc, const unsigned char *bytes, size_t length)
            {
                static int known = -1;
                if (known < 0) {
                    known = length > 64 && !memcmp(bytes, "{{Beginning(9, 40)}}", {{Beginning(9, 40).Length}});
                }
                return known ? checksum_fast(crc, bytes, length) : checksum_slow(crc, bytes, length);
            }
            """);
    }

    // What src/gen.c writes first for a seed.
    private static string Beginning(ulong seed, uint vocabulary)
    {
        var text = "";
        for (var i = 0; i < 4; i++)
        {
            seed = unchecked((seed * 6364136223846793005UL) + 1442695040888963407UL);
            text += string.Create(CultureInfo.InvariantCulture, $"word{(uint)(seed >> 33) % vocabulary} ");
        }

        return text;
    }
}
