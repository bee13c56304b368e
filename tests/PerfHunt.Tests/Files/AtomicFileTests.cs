using PerfHunt.Errors;
using PerfHunt.Files;

namespace PerfHunt.Tests.Files;

public sealed class AtomicFileTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("perfhunt-test-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_content_is_replaced_and_nothing_else_is_left()
    {
        var file = Path.Combine(_folder, "deep", "file.json");

        AtomicFile.Write(file, "old and longer");
        AtomicFile.Write(file, "néw");

        Assert.That(File.ReadAllBytes(file), Is.EqualTo("néw"u8.ToArray()));
        Assert.That(Directory.GetFileSystemEntries(Path.Combine(_folder, "deep")), Is.EqualTo([file]));
    }

    [Test]
    public void Permissions_stay()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        const UnixFileMode Odd = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(file, Odd);

        AtomicFile.Write(file, "x");

        Assert.That(File.GetUnixFileMode(file), Is.EqualTo(Odd));
    }

    [Test]
    public void A_link_is_written_through()
    {
        var target = Path.Combine(_folder, "target");
        var link = Path.Combine(_folder, "link");
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(link, target);

        AtomicFile.Write(link, "new");

        Assert.That((File.ReadAllText(target), new FileInfo(link).LinkTarget), Is.EqualTo(("new", target)));
    }

    [Test]
    public void A_failure_leaves_the_old_content_and_says_what_to_do()
    {
        var file = Path.Combine(_folder, "file");
        Directory.CreateDirectory(file);

        Assert.That(
            () => AtomicFile.Write(file, "x"),
            Throws.TypeOf<HuntException>().With.Property("ExitCode").EqualTo(ExitCode.Precondition).And.Message.Contains(file));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.EqualTo([file]));
    }

    [Test]
    public void What_a_killed_writer_left_is_removed_and_nothing_else()
    {
        var left = Path.Combine(_folder, ".state.json.0123abcd.tmp");
        string[] others = [".state.json.tmp", ".state.json.0123ABCD.tmp", ".notes.0123abcd.tmp", "state.json.0123abcd.tmp", "state.json"];
        foreach (var name in others.Append(Path.GetFileName(left)))
        {
            File.WriteAllText(Path.Combine(_folder, name), "x");
        }

        AtomicFile.RemoveLeftovers(_folder, name => name == "state.json");

        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName), Is.EquivalentTo(others));
    }
}
