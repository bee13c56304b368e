using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Tickets;

namespace PerfHunt.Tests.Tickets;

public sealed class TicketTextTests
{
    [TestCase("perf-hunt: a::<T>::b at 8.31% samples", "perf-hunt: a::<T>::b at 8.31% samples")]
    [TestCase("a | b", "a b")]
    [TestCase("--help", "help")]
    [TestCase("- -x", "x")]
    [TestCase("a\nstatus: closed\u001b[31m\u202e", "a status: closed [31m")]
    [TestCase("  ", "Untitled")]
    [TestCase("|", "Untitled")]
    public void A_title_is_one_harmless_line(string given, string title) =>
        Assert.That(TicketText.Title(given), Is.EqualTo(title));

    [Test]
    public void A_long_title_is_cut() =>
        Assert.That(TicketText.Title(new string('x', 5000)), Has.Length.EqualTo(TicketText.TitleCap + 1).And.EndsWith("…"));

    [TestCase("plain\n\ntext", "plain\n\ntext")]
    [TestCase("status: open\r\nx", " status: open\nx")]
    [TestCase("a\n---\nid: x", "a\n ---\n id: x")]
    [TestCase("---- rule", " ---- rule")]
    [TestCase("## Notes\n**2026-01-02T03:04:05Z**", " ## Notes\n **2026-01-02T03:04:05Z**")]
    [TestCase("-n", " -n")]
    [TestCase("-nope", "-nope")]
    [TestCase("the status: fine", "the status: fine")]
    [TestCase("a\u0000\u0007b\u2066", "a  b")]
    [TestCase("\n\n  a  \n\n", "  a")]
    public void A_body_holds_nothing_that_tk_takes_for_its_own(string given, string body) =>
        Assert.That(TicketText.Body(given), Is.EqualTo(body));

    [Test]
    public void A_body_is_as_good_when_it_is_made_harmless_twice() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => TicketText.Body(TicketText.Body(text.Get)) == TicketText.Body(text.Get))
            .QuickCheckThrowOnFailure();
}
