using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PerfHunt.SourceControl;

namespace PerfHunt.Investigation;

/// <summary>
/// Looks through a patch for the cheats that are known from benchmarks of coding agents. It finds the plain ones and says why; safety
/// does not depend on it (fresh folders, workloads that nobody was shown, compared output, and a pristine checkout do that). Pure.
/// </summary>
public static partial class PatchLint
{
    // Shorter names are words of any program; such a name counts only where it holds a digit or a hyphen.
    private const int TellingNameLength = 8;
    private const int ShortestName = 4;

    private static readonly ImmutableArray<Glob> BuildFiles =
    [
        .. new[]
        {
            "Makefile", "makefile", "GNUmakefile", "*.mk", "CMakeLists.txt", "*.cmake", "meson.build", "meson_options.txt", "configure", "configure.ac",
            "Cargo.toml", "Cargo.lock", "build.rs", "rust-toolchain", "rust-toolchain.toml", "go.mod", "go.sum", "*.csproj", "*.props", "*.targets",
            "package.json", "package-lock.json", "justfile", "Justfile", "*.lock", "*.ld", "perfhunt.json",
        }.Select(name => new Glob($"**/{name}")),
        new Glob("**/.cargo/**"),
    ];

    /// <summary>The findings, refused ones first, each code once.</summary>
    /// <param name="patch">A unified diff as git writes it.</param>
    /// <param name="workloads">Names of the workloads.</param>
    /// <param name="tolerated">Codes that are shown and not refused.</param>
    public static ImmutableArray<LintFinding> Check(string patch, IReadOnlyCollection<string> workloads, IReadOnlyCollection<string> tolerated)
    {
        var lines = PatchLine.Read(patch);
        var code = lines.Select(line => line with { Text = WithoutComments(line.Text) }).ToList();
        return
        [
            .. BuildSettings(lines).Concat(Workloads(code, workloads)).Concat(LintRule.All.SelectMany(rule => Added(rule, code))).Concat(Added(LintRule.HiddenCharacters, lines))
                .Select(finding => tolerated.Contains(finding.Code) ? finding with { IsRefused = false } : finding)
                .OrderByDescending(finding => finding.IsRefused),
        ];
    }

    private static IEnumerable<LintFinding> BuildSettings(IEnumerable<PatchLine> lines)
    {
        var files = lines.Select(line => line.File).Distinct(StringComparer.Ordinal).Where(file => BuildFiles.Any(glob => glob.Matches(file))).ToList();
        return files.Count == 0 ? [] : [new(LintRule.BuildSettings, "Changes how the program is built", true, files.Count, new(files[0], 0, true, ""))];
    }

    private static IEnumerable<LintFinding> Workloads(IEnumerable<PatchLine> code, IReadOnlyCollection<string> workloads)
    {
        var names = workloads.Where(IsTelling).ToList();
        var found = code.Where(line => line.IsAdded && Literal().Matches(line.Text).Any(text => names.Any(name => Holds(text.Value, name)))).ToList();
        return found.Count == 0 ? [] : [new(LintRule.NamesWorkload, "Names a workload of the benchmark", true, found.Count, found[0])];
    }

    // A line that is only moved or edited is removed too: what counts is what there is more of.
    private static IEnumerable<LintFinding> Added(LintRule rule, IReadOnlyCollection<PatchLine> code)
    {
        var added = code.Where(line => line.IsAdded && rule.Pattern.IsMatch(line.Text)).ToList();
        var more = added.Sum(line => rule.Pattern.Count(line.Text))
            - code.Where(line => !line.IsAdded).Sum(line => rule.Pattern.Count(line.Text));
        return more <= 0 ? [] : [new(rule.Code, rule.Sentence, rule.IsRefused, more, added[0])];
    }

    private static bool IsTelling(string name) =>
        name.Length >= TellingNameLength || (name.Length >= ShortestName && name.Any(c => char.IsAsciiDigit(c) || c == '-'));

    private static bool Holds(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (!IsWord(text, at - 1) && !IsWord(text, at + name.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiLetterOrDigit(text[at]);

    private static string WithoutComments(string line)
    {
        var code = BlockComment().Replace(line, " ");
        return code.TrimStart().StartsWith("//", StringComparison.Ordinal) ? "" : code;
    }

    [GeneratedRegex("\"([^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"/\*.*?\*/")]
    private static partial Regex BlockComment();
}
