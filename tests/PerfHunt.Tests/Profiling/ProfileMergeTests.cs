using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Tests.Profiling.CallGraphs;

namespace PerfHunt.Tests.Profiling;

public sealed class ProfileMergeTests
{
    private static readonly string[] Stacks = ["main", "main a", "main a b", "main c", "main a b a"];

    [Test]
    public void Periods_and_samples_are_added()
    {
        var merged = ProfileMerge.Merge([Of(("main a", 30), ("main", 10)), Of(("main a", 50), ("main c", 10))]);

        Assert.That(merged.Symbols.Select(share => (share.Symbol, share.SelfPercent, share.ChildrenPercent)), Is.EqualTo(new[] { ("a", 80.0, (double?)80), ("main", 10, 100), ("c", 10, 10) }));
        Assert.That((merged.Samples, merged.LostSamples, merged.TotalPeriod), Is.EqualTo((4, 2, 100UL)));
    }

    [Test]
    public void Different_events_cannot_be_added() =>
        Assert.That(() => ProfileMerge.Merge([Of(("main", 1)), Of(("main", 1)) with { Event = "cycles" }]), Throws.TypeOf<HuntException>().With.Message.Contains("cpu-clock, cycles"));

    [Test]
    public void One_profile_stays_as_it_is()
    {
        var one = Of(("main a", 1));

        Assert.That(ProfileMerge.Merge([one]), Is.SameAs(one));
    }

    [Test]
    public void The_order_of_recordings_does_not_matter()
    {
        var recordings = Gen.Choose(1, 1000).Select(number => (ulong)number).Zip(Gen.Elements(Stacks)).Select(pair => (pair.Item2, pair.Item1)).NonEmptyListOf().NonEmptyListOf();
        Prop.ForAll(recordings.ToArbitrary(), all =>
        {
            var profiles = all.Select(samples => Of([.. samples])).ToList();
            var (one, other) = (ProfileMerge.Merge(profiles), ProfileMerge.Merge([.. profiles.AsEnumerable().Reverse()]));
            return one.Symbols.SequenceEqual(other.Symbols) && Math.Abs(one.Symbols.Sum(share => share.SelfPercent) - 100) < 1e-6;
        }).QuickCheckThrowOnFailure();
    }

    private static Profile Of(params (string Stack, ulong Period)[] samples)
    {
        var graph = CallGraphTests.Graph(samples);
        return new Profile("x.data", "cpu-clock", samples.Length, 1, graph.TotalPeriod, graph.Shares(hasCallChains: true)) { Stacks = graph, HasCallChains = true };
    }
}
