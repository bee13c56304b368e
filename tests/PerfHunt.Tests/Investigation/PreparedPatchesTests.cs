using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Investigation;

namespace PerfHunt.Tests.Investigation;

public sealed class PreparedPatchesTests
{
    private static readonly PreparedPatches Queue = new(
    [
        Patch("01-a", "hot"), Patch("02-b", "hot"), Patch("03-c", "other"), Patch("04-d", "hot", "03-c"),
    ]);

    [Test]
    public void Patches_come_in_the_order_of_their_names()
    {
        Assert.That(Next("hot", [], []), Is.EqualTo("01-a"));
        Assert.That(Next("hot", ["01-a"], []), Is.EqualTo("02-b"));
    }

    [Test]
    public void A_patch_waits_for_those_it_depends_on()
    {
        Assert.That(Next("hot", ["01-a", "02-b"], []), Is.Null);
        Assert.That(Next("hot", ["01-a", "02-b"], ["03-c"]), Is.EqualTo("04-d"));
    }

    [Test]
    public void A_missing_folder_is_an_unusable_investigator()
    {
        var failure = Assert.Throws<HuntException>(() => PreparedPatches.Load("/does/not/exist"));
        Assert.That(failure!.ExitCode, Is.EqualTo(ExitCode.InvestigatorUnusable));
    }

    [Test]
    public void The_functions_that_patches_are_left_for_are_named_once()
    {
        Assert.That(Queue.HotspotsLeft(ImmutableHashSet<string>.Empty), Is.Unique.And.Contains("hot"));
        Assert.That(Queue.HotspotsLeft(Queue.Patches.Select(patch => patch.Name).ToHashSet()), Is.Empty);
    }

    private static string? Next(string function, ImmutableHashSet<string> tried, ImmutableHashSet<string> committed) =>
        Queue.Next(function, tried, committed)?.Name;

    private static PreparedPatch Patch(string name, string hotspot, params ImmutableArray<string> dependsOn) =>
        new(name, hotspot, name, dependsOn, "", "diff --git a/x b/x\n");
}
