using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfHunt.Configuration.Proposals;

/// <summary>
/// Reads from the CI definitions of a repository how it is tested (https://docs.github.com/actions/reference/workflow-syntax-for-github-actions).
/// Only whole lines of <c>run:</c> that are one plain command count: nothing that takes a shell is taken over. Pure; a best guess.
/// </summary>
internal static partial class WorkflowFiles
{
    // What tests another build than ours, or none.
    private static readonly ImmutableArray<string> Foreign = ["--target", "--manifest-path", "--no-run", "-C", "-f", "--help"];

    /// <summary>The command of a workflow that tests a project: a recipe of its own before the build system's command; null when there is none.</summary>
    /// <param name="workflow">The text of the file.</param>
    /// <param name="build">The build system.</param>
    public static CommandLine? Test(string workflow, BuildSystem build) => Lines(workflow)
        .Where(line => PlainPattern.IsMatch(line))
        .Select(line => new CommandLine([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]))
        .Where(command => Tests(command.Words, build) && !command.Words.Any(IsForeign))
        .OrderByDescending(command => command.Words[0] is "just" or "make")
        .FirstOrDefault();

    private static bool Tests(ImmutableArray<string> words, BuildSystem build) => (build, words) switch
    {
        (BuildSystem.Cargo or BuildSystem.Vole, ["cargo", "test", ..]) => true,
        (BuildSystem.CMake, ["ctest", ..]) => true,
        (_, ["make" or "just", .. var goals]) => goals.Any(goal => goal is "test" or "check" or "tests"),
        _ => false,
    };

    private static bool IsForeign(string word) => Foreign.Any(foreign => word == foreign || word.StartsWith($"{foreign}=", StringComparison.Ordinal));

    // The text behind run:, or the lines below it that are indented deeper, where it says | or >.
    private static IEnumerable<string> Lines(string workflow)
    {
        var blockIndent = -1;
        foreach (var line in ContinuedPattern.Replace(workflow, " ").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0))
        {
            var indent = line.Length - line.TrimStart().Length;
            if (blockIndent >= 0 && indent > blockIndent)
            {
                yield return line.Trim();
                continue;
            }

            var run = RunPattern.Match(line);
            var text = run.Groups["text"].Value.Trim();
            blockIndent = run.Success && text.Length > 0 && text[0] is '|' or '>' ? run.Groups["key"].Index : -1;
            if (run.Success && blockIndent < 0)
            {
                yield return text.Trim('"', '\'');
            }
        }
    }

    [GeneratedRegex(@"^[ ]*(-[ ]+)?(?<key>run):[ ]+(?<text>.*)$")]
    private static partial Regex RunPattern { get; }

    [GeneratedRegex(@"[ ]*\\\r?\n[ ]*")]
    private static partial Regex ContinuedPattern { get; }

    // No quotes, variables, redirections or operators: what a shell would read otherwise than as words.
    [GeneratedRegex(@"^[A-Za-z0-9_./=,:@+ -]+$")]
    private static partial Regex PlainPattern { get; }
}
