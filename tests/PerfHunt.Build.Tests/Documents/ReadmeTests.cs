using System.Text.RegularExpressions;
using PerfHunt.Build.Arguments;
using PerfHunt.Build.Hosting;
using PerfHunt.Errors;

namespace PerfHunt.Build.Tests.Documents;

/// <summary>The README says what the program does.</summary>
public sealed class ReadmeTests
{
    private static string Text { get; } = File.ReadAllText(Path.Combine(OwnRepository.Root, "README.md"));

    [Test]
    public void Its_table_of_arguments_is_the_programs()
    {
        var rows = ArgumentTable.All.Select(argument => $"| `{argument.Usage.Replace("|", "\\|", StringComparison.Ordinal)}` | {argument.Help} | {argument.Default} | {argument.Unit} |");
        var table = string.Join('\n', rows.Prepend("|---|---|---|---|").Prepend("| Argument | Does | Default | Unit |"));
        Assert.That(Text, Does.Contain($"\n{table}\n\n"), $"The table should be:\n{table}");
    }

    [Test]
    public void It_lists_every_target() =>
        Assert.That(Targets.All.Keys.Where(name => !Text.Contains($"\n| `{name}` | ", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void It_lists_every_exit_code() => Assert.That(
        Enum.GetValues<ExitCode>().Select(code => $"{(int)code}").Where(code => !Regex.IsMatch(Text, $@"^\|.*\b{code}\b.*\|.*\|$", RegexOptions.Multiline)),
        Is.Empty);

    [Test]
    public void It_opens_with_the_two_commands() =>
        Assert.That(Text[..Text.IndexOf("\n## ", StringComparison.Ordinal)], Does.Contain("./build.sh --target=PerfHunt --iterations=10").And.Contain("./build.sh --target=Test"));
}
