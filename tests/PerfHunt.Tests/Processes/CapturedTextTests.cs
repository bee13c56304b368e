using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Processes;

namespace PerfHunt.Tests.Processes;

public sealed class CapturedTextTests
{
    [Test]
    public void Control_characters_but_line_feed_and_tab_vanish()
    {
        Assert.That(CapturedText.Clean("a\u0000b\u0007c\u001b[0m\r\n\td\u0085e"), Is.EqualTo("abc[0m\n\tde"));
        Assert.That(CapturedText.Clean("plain ä€𝄞"), Is.EqualTo("plain ä€𝄞"));
        Assert.That(CapturedText.Clean(""), Is.Empty);
    }

    [Test]
    public void A_cut_never_leaves_half_a_character() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var whole = Encoding.UTF8.GetBytes(new string([.. text.Get.Where(c => !char.IsSurrogate(c))]) + "ä€𝄞");
            return Enumerable.Range(0, whole.Length).All(cut =>
                IsWhole(CapturedText.WholeCharacters(whole.AsSpan(..cut))) && IsWhole(CapturedText.WholeCharacters(whole.AsSpan(cut..))));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void A_cut_drops_no_whole_character()
    {
        var bytes = "€€€"u8;

        Assert.That(CapturedText.WholeCharacters(bytes[1..8]).ToArray(), Is.EqualTo("€"u8.ToArray()));
        Assert.That(CapturedText.WholeCharacters(bytes).ToArray(), Is.EqualTo(bytes.ToArray()));
    }

    [Test]
    public void Bytes_that_are_no_text_do_not_hurt() =>
        Assert.That(CapturedText.WholeCharacters([0x80, 0x80, 0x80, 0x80, 0x80, 0xff]).Length, Is.LessThanOrEqualTo(6));

    [TestCase(10, "0123456789")]
    [TestCase(9, "0123\n[... 2 bytes left out ...]\n6789")]
    [TestCase(4, "01\n[... 6 bytes left out ...]\n89")]
    [TestCase(0, "\n[... 10 bytes left out ...]\n")]
    public void A_long_output_keeps_head_and_tail(int cap, string expected)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "0123456789");

        Assert.That(CapturedText.Read(file, cap, keepControls: false), Is.EqualTo(expected));
        File.Delete(file);
    }

    private static bool IsWhole(ReadOnlySpan<byte> bytes) => !Encoding.UTF8.GetString(bytes).Contains('\ufffd', StringComparison.Ordinal);
}
