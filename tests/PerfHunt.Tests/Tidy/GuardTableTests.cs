using System.Text.RegularExpressions;

namespace PerfHunt.Tests.Tidy;

/// <summary>The table of guards in the documentation names tests that exist.</summary>
public sealed partial class GuardTableTests
{
    [Test]
    public void Every_test_that_the_guards_name_exists()
    {
        var named = Name().Matches(RepositoryFiles.Text("docs/guards.md")).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).ToList();
        var texts = RepositoryFiles.Below("tests").Where(path => path.EndsWith("Tests.cs", StringComparison.Ordinal))
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), RepositoryFiles.Text);

        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Where(test => !texts[test.Class].Any(text => text.Contains($" {test.Method}(", StringComparison.Ordinal))), Is.Empty);
    }

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Name();
}
