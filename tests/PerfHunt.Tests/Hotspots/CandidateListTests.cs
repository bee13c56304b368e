using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Configuration;
using PerfHunt.Hotspots;
using PerfHunt.Profiling;

namespace PerfHunt.Tests.Hotspots;

public sealed class CandidateListTests
{
    private static readonly OwnFunctions Ours = new(
        [new OwnCode("vole_sema::", "vole_sema", "src/crates/vole-sema"), new OwnCode("vole_sema::types::", "types", "src/types")], ["vole"]);

    [Test]
    public void Only_our_functions_above_the_threshold_are_candidates_ranked_by_their_highest_share()
    {
        var list = CandidateList.Build(
            new Dictionary<string, Profile>
            {
                ["one"] = Profile(("vole_sema::a", 3), ("vole_sema::b", 2), ("malloc", 40)),
                ["two"] = Profile(("vole_sema::a", 5), ("vole_sema::b", 2.01), ("alloc::vec::Vec<vole_sema::T>::push", 30)),
            },
            Ours,
            thresholdPercent: 2);

        Assert.That(list.Select(c => (c.Function, c.MaxSelfPercent, c.HottestWorkload)), Is.EqualTo(new[] { ("vole_sema::a", 5.0, "two"), ("vole_sema::b", 2.01, "two") }));
        Assert.That(list[0].ByWorkload["one"], Is.EqualTo(3));
    }

    [TestCase("<vole_sema::Checker as core::fmt::Debug>::fmt", "vole_sema")]
    [TestCase("<vole_sema::Checker>::check", "vole_sema")]
    [TestCase("vole_sema::types::unify", "types")]
    [TestCase("core::ptr::drop_in_place<vole_sema::T>", null)]
    [TestCase("vole_semantics::x", null)]
    public void The_longest_prefix_says_whose_a_function_is(string symbol, string? crate) =>
        Assert.That(Ours.Find(symbol, "vole")?.Crate, Is.EqualTo(crate));

    [TestCase("sort_words", "tool", true)]
    [TestCase("sort_words", "libown.so.1", true)]
    [TestCase("sort_words", "libc.so.6", false)]
    [TestCase("[kernel]", "[kernel]", false)]
    [TestCase("[unknown]", "tool", false)]
    public void An_empty_prefix_takes_every_named_function_of_the_program_and_its_libraries(string symbol, string module, bool ours) =>
        Assert.That(new OwnFunctions([new OwnCode("", "all", ".")], ["tool", "libown.so.1"]).Find(symbol, module) is not null, Is.EqualTo(ours));

    [Test]
    public void Ranking_does_not_depend_on_the_order_of_the_input()
    {
        var shares = Gen.Zip(Gen.Elements("vole_sema::a", "vole_sema::b", "vole_sema::c", "x"), Gen.Choose(0, 5000)).ArrayOf();
        Prop.ForAll(shares.ToArbitrary(), input =>
        {
            var rows = input.Select(pair => (pair.Item1, pair.Item2 / 100.0)).ToArray();
            return Functions(rows).SequenceEqual(Functions([.. rows.Reverse()]));
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<(string, double)> Functions((string, double)[] rows) =>
        CandidateList.Build(new Dictionary<string, Profile> { ["w"] = Profile(rows) }, Ours, 2).Select(c => (c.Function, Math.Round(c.MaxSelfPercent, 6)));

    private static Profile Profile(params (string Symbol, double Percent)[] shares) =>
        new("test", "cpu-clock", 100, 0, 100, [.. shares.Select(s => new SymbolShare(s.Symbol, "vole", 1, 1, s.Percent, null))]);
}
