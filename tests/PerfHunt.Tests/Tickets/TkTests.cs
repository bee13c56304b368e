using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PerfHunt.Processes;
using PerfHunt.Tests.Processes;
using PerfHunt.Tickets;

namespace PerfHunt.Tests.Tickets;

/// <summary>
/// Our store against the real tk. No package registry has tk, so continuous integration cannot install it: where it is not on PATH there
/// are no cases, and the captured files in <c>Golden</c> stand in.
/// </summary>
[Category("tk")]
public sealed partial class TkTests : ProcessFixture
{
    private static readonly ImmutableSortedDictionary<string, string> Variables = ChildEnvironment.FromOurs();

    private static readonly string[] Pieces =
        ["status: closed\n", "---\n", "\n", "## Notes\n", "id: evil\n", "|", "\u001b[1m", " ", "-n", "--help", "$(touch x)", "`x`", "'", "\"", "\\n", "a::<T>::b", "Ω", "# T\n", "% d"];

    private static IEnumerable<int> Seeds => TkTicketStore.IsInstalled(Runner, Variables) ? Enumerable.Range(1, 20) : [];

    [TestCaseSource(nameof(Seeds))]
    public void The_same_work_leaves_the_same_files(int seed)
    {
        using var forTk = new TemporaryFolder();
        using var forUs = new TemporaryFolder();
        var tk = new TkTicketStore(forTk.Path, forTk.File(".tickets"), Variables, Runner);
        var us = new FileTicketStore(forUs.File(".tickets"), TicketId.Prefix("perfhunt-test"), TimeProvider.System, new Random(seed));

        Assert.That(Work(tk, new Random(seed)), Is.EqualTo(Work(us, new Random(seed))), $"seed {seed}");
    }

    [TestCaseSource(nameof(Seeds))]
    public void Tk_lists_and_shows_what_we_write(int seed)
    {
        using var folder = new TemporaryFolder();
        var us = new FileTicketStore(folder.File(".tickets"), "us", TimeProvider.System, new Random(seed));
        var random = new Random(seed);
        var title = Text(random);
        var id = us.Create(new NewTicket(title) { Description = Text(random) });
        us.AddNote(id, Text(random));

        Assert.That(Tk(folder, "ready"), Is.EqualTo($"{id,-8} [P2][open] - {TicketText.Title(title)}\n"), $"seed {seed}");
        Tk(folder, "start", id);
        Assert.That(Tk(folder, "show", id), Is.EqualTo(File.ReadAllText(folder.File($".tickets/{id}.md"))));
    }

    private static string Work(ITicketStore store, Random random)
    {
        var parent = store.Create(new NewTicket(Text(random)) { Assignee = "Ada", ExternalRef = "r:0" });
        var id = store.Create(new NewTicket(Text(random))
        {
            Description = Text(random), Design = Text(random), Acceptance = Text(random), Assignee = "Ada Lovelace", Type = "bug", Priority = random.Next(5),
            ExternalRef = Text(random) + "r", Tags = ["a", Text(random) + "b"],
        });
        for (var i = 0; i < 6; i++)
        {
            var isDone = random.Next(2) == 0
                ? store.AddNoteOnce(id, Text(random) + "n")
                : store.SetStatus(id, (TicketStatus)random.Next(3));
            Assert.That(isDone);
        }

        var files = new[] { parent, id }.Select(name => File.ReadAllText(Path.Combine(store.Folder, $"{name}.md")).Replace(name, "ID", StringComparison.Ordinal));
        return TimePattern.Replace(string.Join("\n===\n", files), "TIME");
    }

    private static string Text(Random random) => string.Concat(random.GetItems(Pieces, random.Next(6)));

    private static string Tk(TemporaryFolder folder, params string[] words)
    {
        var outcome = Runner.Run(Command.Of(TkTicketStore.Executable, words) with { WorkingDirectory = folder.Path, Environment = Variables });
        Assert.That(outcome.Succeeded, outcome.StandardError);
        return outcome.StandardOutput;
    }

    [GeneratedRegex(@"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z")]
    private static partial Regex TimePattern { get; }
}
