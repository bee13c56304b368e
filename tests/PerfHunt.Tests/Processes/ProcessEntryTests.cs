using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Processes.Linux;

namespace PerfHunt.Tests.Processes;

public sealed class ProcessEntryTests
{
    [TestCase("4711 (sh) S 1 4711 4710 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 98765 1000 2", 'S', true)]
    [TestCase("4711 (a) Z (b)) Z 1 4711 4710 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 98765 1000 2", 'Z', false)]
    public void A_stat_line_is_read_whatever_the_name_holds(string line, char state, bool alive)
    {
        var entry = ProcessEntry.Parse(line)!;

        Assert.That(entry, Is.EqualTo(new ProcessEntry(4711, 1, 4711, 4710, state, 98765)));
        Assert.That(entry.IsAlive, Is.EqualTo(alive));
    }

    [TestCase("")]
    [TestCase("4711 (sh) S 1 2")]
    [TestCase("x (sh) S 1 4711 4710 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 98765 1000 2")]
    public void Another_text_is_no_entry(string line) => Assert.That(ProcessEntry.Parse(line), Is.Null);

    [Test]
    public void No_text_makes_the_reader_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => ProcessEntry.Parse(text.Get) is null or { Pid: >= 0 }).QuickCheckThrowOnFailure();
}
