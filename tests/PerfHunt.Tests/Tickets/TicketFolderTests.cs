using PerfHunt.Tickets;

namespace PerfHunt.Tests.Tickets;

public sealed class TicketFolderTests
{
    [Test]
    public void The_variable_comes_first()
    {
        Assert.That(TicketFolder.Find("/repository", "/elsewhere").Path, Is.EqualTo("/elsewhere"));
        Assert.That(TicketFolder.Find("/repository", "notes/tickets").Path, Is.EqualTo("/repository/notes/tickets"));
    }

    [Test]
    public void The_nearest_folder_above_comes_next()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("a/b/c"));
        Directory.CreateDirectory(folder.File(".tickets"));
        Assert.That(TicketFolder.Find(folder.File("a/b/c"), "").Path, Is.EqualTo(folder.File(".tickets")));

        Directory.CreateDirectory(folder.File("a/b/.tickets"));
        Assert.That(TicketFolder.Find(folder.File("a/b/c"), null).Path, Is.EqualTo(folder.File("a/b/.tickets")));
    }

    [Test]
    public void Else_the_root_of_the_repository_gets_one() =>
        Assert.That(TicketFolder.Find("/no/such/repository/", null).Path, Is.EqualTo("/no/such/repository/.tickets"));
}
