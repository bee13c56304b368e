using PerfHunt.Errors;
using PerfHunt.Files;

namespace PerfHunt.Tests.Files;

public sealed class FolderHashTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder()
    {
        _folder = Directory.CreateTempSubdirectory("perfhunt-test-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "sub"));
        File.WriteAllText(Path.Combine(_folder, "sub", "a"), "content");
        File.WriteAllText(Path.Combine(_folder, ".hidden"), "h");
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_same_content_elsewhere_has_the_same_hash()
    {
        var before = FolderHash.Of(_folder);
        var moved = _folder + "-moved";
        Directory.Move(_folder, moved);
        _folder = moved;
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "sub", "a"), DateTime.UnixEpoch);

        Assert.That(FolderHash.Of(_folder), Is.EqualTo(before).And.Match("^[0-9a-f]{64}$"));
    }

    [TestCase("sub/a", "content!")]
    [TestCase("sub/b", "")]
    [TestCase(".hidden", "i")]
    [TestCase("new", "content")]
    public void Any_change_of_a_file_changes_it(string file, string text)
    {
        var before = FolderHash.Of(_folder);
        File.WriteAllText(Path.Combine(_folder, file), text);

        Assert.That(FolderHash.Of(_folder), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_moved_file_and_a_new_empty_folder_change_it()
    {
        var first = FolderHash.Of(_folder);
        File.Move(Path.Combine(_folder, "sub", "a"), Path.Combine(_folder, "a"));
        var second = FolderHash.Of(_folder);
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));

        Assert.That(new[] { first, second, FolderHash.Of(_folder) }, Is.Unique);
    }

    [Test]
    public void Links_are_not_followed()
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder, "loop"), _folder);
        File.CreateSymbolicLink(Path.Combine(_folder, "nowhere"), "/no/such/file");
        var before = FolderHash.Of(_folder);

        File.Delete(Path.Combine(_folder, "nowhere"));
        File.CreateSymbolicLink(Path.Combine(_folder, "nowhere"), "/no/such/other");

        Assert.That(FolderHash.Of(_folder), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_missing_folder_is_an_error() =>
        Assert.That(() => FolderHash.Of(_folder + "x"), Throws.TypeOf<DirectoryNotFoundException>());

    [Test]
    public void Room_is_told_and_required()
    {
        Assert.That(FreeSpace.Bytes(Path.Combine(_folder, "not", "yet")), Is.Positive);
        Assert.That(() => FreeSpace.Require(_folder, 1), Throws.Nothing);
        Assert.That(() => FreeSpace.Require(_folder, long.MaxValue), Throws.TypeOf<HuntException>().With.Message.Contains("MiB"));
    }
}
