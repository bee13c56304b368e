using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Errors;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Workloads;

public sealed class OutputCanonicalizerTests
{
    private static readonly ImmutableArray<PathPlaceholder> Nothing = [];

    [Test]
    public void The_longest_path_is_replaced_first() =>
        Assert.That(
            Hash("at /w/a/bin/x of /w/a", [], [new("/w/a", "{tree}"), new("/w/a/bin/x", "{binary}")]),
            Is.EqualTo(Hash("at {binary} of {tree}", [], Nothing)));

    [TestCase("took 12.5 ms, ok", "took 3.25 ms, ok", true)]
    [TestCase("took 12.5 ms, ok", "took 3.25 ms, no", false)]
    public void What_is_to_be_ignored_does_not_count(string one, string other, bool equal) =>
        Assert.That(Hash(one, [@"\d+\.\d+ ms"], Nothing) == Hash(other, [@"\d+\.\d+ ms"], Nothing), Is.EqualTo(equal));

    [Test]
    public void Both_streams_count_and_are_not_mixed_up() =>
        Assert.That(new[] { Hash("a", [], Nothing, "b"), Hash("ab", [], Nothing), Hash("", [], Nothing, "ab"), Hash("a\nb", [], Nothing) }, Is.Unique);

    [Test]
    public void Different_bytes_give_different_hashes() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte[]>(), (one, other) =>
            one.AsSpan().SequenceEqual(other) == (Hash(one, [], Nothing) == Hash(other, [], Nothing))).QuickCheckThrowOnFailure();

    [Test]
    public void A_line_longer_than_memory_allows_is_hashed_in_pieces()
    {
        var line = Enumerable.Repeat((byte)'x', 3_000_000).ToArray();

        Assert.That(Hash(line, [], Nothing), Is.Not.EqualTo(Hash(line[1..], [], Nothing)));
    }

    [Test]
    public void The_first_difference_is_named()
    {
        using var one = new Output("same\nold\u001b[1m\nlast\n");
        using var other = new Output("same\nnew\n");

        Assert.That(
            new OutputCanonicalizer([]).FirstDifference(one.Run, other.Run),
            Is.EqualTo("line 2 of stdout was 'old [1m' and is 'new'"));
        Assert.That(
            new OutputCanonicalizer(["old.*|new"]).FirstDifference(one.Run, other.Run),
            Is.EqualTo("line 3 of stdout was 'last' and is missing"));
        Assert.That(new OutputCanonicalizer([]).FirstDifference(one.Run, one.Run), Is.Null);
    }

    [TestCase("(")]
    [TestCase("[a")]
    public void A_bad_pattern_is_a_mistake_in_the_configuration(string pattern) =>
        Assert.That(() => new OutputCanonicalizer([pattern]), Throws.TypeOf<HuntException>().With.Property("ExitCode").EqualTo(ExitCode.Usage));

    [Test]
    public void A_pattern_without_end_is_stopped() =>
        Assert.That(() => Hash(new string('a', 60) + "!", ["^(a+)+$"], Nothing), Throws.TypeOf<HuntException>().With.Message.Contains("(a+)+"));

    private static string Hash(string output, ImmutableArray<string> ignore, ImmutableArray<PathPlaceholder> paths, string error = "") =>
        Hash(Encoding.UTF8.GetBytes(output), ignore, paths, error);

    private static string Hash(byte[] output, ImmutableArray<string> ignore, ImmutableArray<PathPlaceholder> paths, string error = "")
    {
        using var folder = new Output(output, error);
        return new OutputCanonicalizer(ignore).Hash(folder.Run.OutputFolder, paths);
    }

    private sealed class Output : IDisposable
    {
        public Output(string text)
            : this(Encoding.UTF8.GetBytes(text), "")
        {
        }

        public Output(byte[] output, string error)
        {
            var folder = Directory.CreateTempSubdirectory("perfhunt-test-").FullName;
            File.WriteAllBytes(Path.Combine(folder, "stdout"), output);
            File.WriteAllText(Path.Combine(folder, "stderr"), error);
            Run = new WorkloadRun("w", 0, false, "", new(0, 0, 0, 0, 0, 0, 0, 0), folder);
        }

        public WorkloadRun Run { get; }

        public void Dispose() => Directory.Delete(Run.OutputFolder, recursive: true);
    }
}
