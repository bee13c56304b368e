using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Tickets;

namespace PerfHunt.Tests.Tickets;

public sealed class TicketIdTests
{
    [TestCase("vole", "vol")]
    [TestCase("my-repo_x", "mrx")]
    [TestCase("perf-hunt", "ph")]
    [TestCase("My Repo", "MR")]
    [TestCase("a", "a")]
    [TestCase("a-", "a-")]
    [TestCase("my.repo", "my.")]
    [TestCase(".config", "co")]
    [TestCase("-", "t")]
    [TestCase("", "t")]
    public void The_prefix_is_made_of_the_folders_name(string folder, string prefix) =>
        Assert.That(TicketId.Prefix(folder), Is.EqualTo(prefix));

    [Test]
    public void A_new_id_is_four_characters_behind_the_prefix() =>
        Assert.That(TicketId.New("vol", new Random(1), _ => false), Does.Match("^vol-[a-z0-9]{4}$"));

    [Test]
    public void An_id_that_is_taken_is_not_given_out()
    {
        var first = TicketId.New("vol", new Random(1), _ => false);

        Assert.That(TicketId.New("vol", new Random(1), id => id == first), Is.Not.EqualTo(first).And.Match("^vol-[a-z0-9]{4}$"));
    }

    [TestCase("vol-t6xm", true)]
    [TestCase("../vol", false)]
    [TestCase("a/b", false)]
    [TestCase("-d", false)]
    [TestCase(".hidden", false)]
    [TestCase("", false)]
    [TestCase("a b", false)]
    [TestCase("a\n", false)]
    public void Only_what_is_safe_as_a_file_name_is_an_id(string text, bool isValid) =>
        Assert.That(TicketId.IsValid(text), Is.EqualTo(isValid));

    [Test]
    public void Whatever_the_folder_is_called_its_ids_are_valid() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), name => TicketId.IsValid(TicketId.New(TicketId.Prefix(name.Get), new Random(1), _ => false)))
            .QuickCheckThrowOnFailure();
}
