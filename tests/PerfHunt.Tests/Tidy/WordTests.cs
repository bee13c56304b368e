using System.Text.RegularExpressions;

namespace PerfHunt.Tests.Tidy;

/// <summary>Words that must not stand in certain places. They are put together here, so that this file does not hold them itself.</summary>
public sealed partial class WordTests
{
    private static readonly string[] Registries =
    [
        "api.nuget" + ".org", "registry.npmjs" + ".org", "deb.debian" + ".org", "security.debian" + ".org", "static.crates" + ".io",
        "index.crates" + ".io", "pypi" + ".org", "files.pythonhosted" + ".org", "proxy.golang" + ".org",
    ];

    private static readonly string[] Text =
    [
        ".cs", ".csproj", ".props", ".targets", ".sln", ".md", ".json", ".yml", ".yaml", ".sh", ".ps1", ".txt", ".rs", ".toml", ".lock", ".patch", ".c", ".h", ".trx",
    ];

    private static readonly string MachinePath = "/" + "work/";

    private static IEnumerable<string> TextFiles => TrackedFiles.All.Where(path => Text.Contains(Path.GetExtension(path)) || path.StartsWith(".ci/", StringComparison.Ordinal));

    [Test]
    public void Nothing_in_the_product_knows_the_sample() => Assert.That(
        RepositoryFiles.Below("src", "build").Where(path => Sample().IsMatch(path) || Sample().IsMatch(RepositoryFiles.Text(path))),
        Is.Empty);

    [Test]
    public void No_type_is_a_helper_a_manager_or_a_bag_of_utilities() => Assert.That(
        SourceFile.Product.Concat(SourceFile.Tests).SelectMany(file => file.TypeNames.Where(name => Vague().IsMatch(name)).Select(name => $"{file.Path}: {name}")),
        Is.Empty);

    [Test]
    public void No_file_holds_a_path_of_the_machine_that_it_was_written_on() =>
        Assert.That(FilesWith(text => text.Contains(MachinePath, StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void No_file_names_the_host_of_a_package_registry() =>
        Assert.That(FilesWith(text => Registries.Any(host => text.Contains(host, StringComparison.OrdinalIgnoreCase))), Is.Empty);

    private static IEnumerable<string> FilesWith(Func<string, bool> test) => TextFiles.Where(path => test(RepositoryFiles.Text(path)));

    // Also inside of identifiers, but not in longer words such as molecule.
    [GeneratedRegex("(?<![a-z])(mole|Mole|MOLE)(?![a-z])")]
    private static partial Regex Sample();

    [GeneratedRegex("(Helper|Helpers|Manager|Utils|Util|Utilities)$")]
    private static partial Regex Vague();
}
