using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Investigation;

namespace PerfHunt.Tests.Investigation;

public sealed class AgentResultReaderTests
{
    [Test]
    public void Everything_that_a_result_may_say_is_read()
    {
        var result = AgentResultReader.Read("result.json", """
            { "outcome": "changed", "title": "look it up once", "summary": "The lookup was in the loop.", "notes": ["a", "b"],
              "patterns": "lookups in loops", "blocker": "none", "leads": ["parse"], "cleaner": true, "cost": 1.5 }
            """).Value!;

        Assert.That((result.Outcome, result.Title, result.IsCleaner), Is.EqualTo(("changed", "look it up once", true)));
        Assert.That(result.Notes, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(result.Patterns, Is.EqualTo(new[] { "lookups in loops" }));
        Assert.That(result.Explanation, Is.EqualTo("The lookup was in the loop.\nBlocker: none\nLeads: parse"));
    }

    [TestCase("[]", 1)]
    [TestCase("{\n \"title\": ", 2)]
    [TestCase("", 0)]
    public void What_is_no_object_is_located(string text, int line)
    {
        var read = AgentResultReader.Read("result.json", text);

        Assert.That(read.Error, Is.Not.Null);
        Assert.That(read.Error!.Line, Is.GreaterThanOrEqualTo(line));
    }

    [Test]
    public void Values_of_another_kind_are_passed_over() =>
        Assert.That(AgentResultReader.Read("r", """{ "title": 3, "notes": [1, null, {"a": 1}, "kept"], "leads": {} }""").Value!.Notes, Is.EqualTo(new[] { "kept" }));

    [Test]
    public void Control_characters_do_not_get_through() =>
        Assert.That(AgentResultReader.Read("r", """{ "title": "a\u001b[2J\u202eb\nc" }""").Value!.Title, Is.EqualTo("a [2Jb c"));

    [Test]
    public void A_missing_file_says_nothing() => Assert.That(AgentResultReader.ReadFile("/does/not/exist").Value!.Explanation, Is.Empty);

    [Test]
    public void A_link_or_a_large_file_is_not_read()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("secret"), """{ "title": "secret" }""");
        File.CreateSymbolicLink(folder.File("link"), folder.File("secret"));
        File.WriteAllText(folder.File("large"), new string(' ', AgentResultReader.LargestBytes + 1));

        Assert.That(AgentResultReader.ReadFile(folder.File("link")).Succeeded, Is.False);
        Assert.That(AgentResultReader.ReadFile(folder.File("large")).Succeeded, Is.False);
    }

    [Test]
    public void The_reader_never_throws() => Prop.ForAll<string>(text =>
        AgentResultReader.Read("r", text ?? "") is not null && AgentResultReader.Read("r", $"{{\"title\":\"{text}\"}}") is not null).QuickCheckThrowOnFailure();
}
