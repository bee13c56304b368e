using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

public sealed class GitEnvironmentTests
{
    private static readonly ImmutableSortedDictionary<string, string> Built =
        GitEnvironment.Build("/bin", "/scratch/gitconfig", [new("a.b", "1"), new("c.d", "")], ImmutableSortedDictionary<string, string>.Empty.Add("GIT_AUTHOR_NAME", "x"));

    [Test]
    public void Settings_are_numbered() => Assert.That(
        new[] { "GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_0", "GIT_CONFIG_VALUE_0", "GIT_CONFIG_KEY_1", "GIT_CONFIG_VALUE_1", "GIT_AUTHOR_NAME" }.Select(name => Built[name]),
        Is.EqualTo(new[] { "2", "a.b", "1", "c.d", "", "x" }));

    [Test]
    public void Nothing_of_our_own_environment_but_the_search_path_passes() => Assert.That(
        Built.Keys.Where(name => !name.StartsWith("GIT_", StringComparison.Ordinal)), Is.EqualTo(new[] { "HOME", "LC_ALL", "PATH" }));

    [TestCase("git version 2.39.5", "2.39", true)]
    [TestCase("git version 2.50.1 (Apple Git-155)", "2.50", true)]
    [TestCase("git version 2.34.1", "2.34", true)]
    [TestCase("git version 2.25.1", "2.25", false)]
    [TestCase("git version 1.99.0", "1.99", false)]
    [TestCase("git version 3.0.0", "3.0", true)]
    [TestCase("something else", "0.0", false)]
    public void Versions_are_read(string text, string version, bool supported)
    {
        Assert.That(GitVersion.Parse(text).ToString(), Is.EqualTo(version));
        Assert.That(GitVersion.Parse(text).IsSupported, Is.EqualTo(supported));
        Assert.That(
            () => RepositoryInspector.RequireVersion(GitVersion.Parse(text)),
            supported ? Throws.Nothing : Throws.TypeOf<HuntException>().With.Message.Contains("at least 2.34"));
    }

    [TestCase("target", "/target/")]
    [TestCase("a b/", "/a\\ b/")]
    [TestCase("/x[1]*?\\", "/x\\[1]\\*\\?\\\\/")]
    public void Folders_become_exact_ignore_patterns(string folder, string pattern) =>
        Assert.That(IgnorePattern.Folder(folder), Is.EqualTo(pattern));

    [TestCase("0123456789abcdef0123456789abcdef01234567", true)]
    [TestCase("0123456789ABCDEF0123456789abcdef01234567", false)]
    [TestCase("HEAD", false)]
    [TestCase("--output=/etc/passwd--------------------", false)]
    public void Only_full_ids_are_ids(string text, bool expected) => Assert.That(ObjectId.IsOne(text), Is.EqualTo(expected));
}
