using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PerfHunt.SourceControl;

namespace PerfHunt.Tests.SourceControl;

public sealed class GlobTests
{
    [TestCase("Cargo.lock", "Cargo.lock", true)]
    [TestCase("Cargo.lock", "sub/Cargo.lock", false)]
    [TestCase("**/Cargo.lock", "Cargo.lock", true)]
    [TestCase("**/Cargo.lock", "a/b/Cargo.lock", true)]
    [TestCase("src/**", "src/a", true)]
    [TestCase("src/**", "src/a/b.rs", true)]
    [TestCase("src/**", "src", false)]
    [TestCase("src/**", "src2/a", false)]
    [TestCase("src/", "src/a/b", true)]
    [TestCase("/src/*.rs", "src/a.rs", true)]
    [TestCase("./src/*.rs", "src/a.rs", true)]
    [TestCase("src/*.rs", "src/a/b.rs", false)]
    [TestCase("crates/*/src/**/*.rs", "crates/x/src/a.rs", true)]
    [TestCase("crates/*/src/**/*.rs", "crates/x/src/a/b/c.rs", true)]
    [TestCase("crates/*/src/**/*.rs", "crates/x/y/src/a.rs", false)]
    [TestCase("a/**/b", "a/b", true)]
    [TestCase("a/**/b", "a/x/y/b", true)]
    [TestCase("**/.git*", ".gitattributes", true)]
    [TestCase("**/.git*/**", ".github/workflows/ci.yml", true)]
    [TestCase("?.c", "a.c", true)]
    [TestCase("?.c", "ab.c", false)]
    [TestCase("a?b", "a/b", false)]
    [TestCase("*", "a/b", false)]
    [TestCase("**", "a/b", true)]
    [TestCase("[a].{c}", "[a].{c}", true)]
    [TestCase("[a].c", "a.c", false)]
    [TestCase("SRC/*", "src/a", false)]
    [TestCase("", "a", false)]
    [TestCase("x**y", "xay", true)]
    public void Matches_as_documented(string pattern, string path, bool expected) =>
        Assert.That(new Glob(pattern).Matches(path), Is.EqualTo(expected));

    [Test]
    public void Agrees_with_the_same_pattern_written_as_a_regular_expression() =>
        Prop.ForAll(Patterns.ToArbitrary(), Paths.ToArbitrary(), (pattern, path) =>
            new Glob(pattern).Matches(path) == Regex.IsMatch(path, AsRegex(pattern), RegexOptions.NonBacktracking))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    [Test]
    public void A_path_without_wildcards_matches_itself_alone() =>
        Prop.ForAll(Paths.ToArbitrary(), Paths.ToArbitrary(), (one, other) => new Glob(one).Matches(other) == (one == other)).QuickCheckThrowOnFailure();

    [Test]
    public void Any_text_is_a_pattern_and_everything_below_the_root_matches_any_path() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<string>(), (pattern, path) =>
            !new Glob(pattern ?? "").Matches(path ?? "") | new Glob("**").Matches(path ?? "")).QuickCheckThrowOnFailure();

    [Test, CancelAfter(5000)]
    public void A_hostile_pattern_takes_no_exponential_time()
    {
        var folders = new Glob(string.Concat(Enumerable.Repeat("**/a/", 40)) + "x");
        var stars = new Glob(string.Concat(Enumerable.Repeat("a*", 40)) + "x");

        Assert.That(folders.Matches(string.Join('/', Enumerable.Repeat("a", 400))), Is.False);
        Assert.That(stars.Matches(new string('a', 4000)), Is.False);
    }

    private static Gen<string> Paths => Joined(Gen.Elements("a", "b", "ab", "aab", "a.b"), 1, 4);

    private static Gen<string> Patterns => Joined(Gen.Elements("a", "b", "*", "a*", "*b", "?", "a?b", "**", "*a*", "?*"), 1, 5);

    private static Gen<string> Joined(Gen<string> part, int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => part.ListOf(count)).Select(parts => string.Join('/', parts));

    // An independent reading: `**/` is any folders, a closing `**` is one name or more.
    private static string AsRegex(string pattern)
    {
        var parts = pattern.Split('/');
        var text = parts.Select((part, index) => (part, index == parts.Length - 1) switch
        {
            ("**", true) => ".+",
            ("**", false) => "(?:[^/]+/)*",
            (_, true) => Name(part),
            _ => Name(part) + "/",
        });
        return $@"\A(?:{string.Concat(text)})\z";
    }

    private static string Name(string part) =>
        Regex.Escape(part).Replace(@"\*", "[^/]*", StringComparison.Ordinal).Replace(@"\?", "[^/]", StringComparison.Ordinal);
}
