using System.Globalization;
using System.Text.RegularExpressions;
using PerfHunt.Configuration;
using PerfHunt.Processes;

namespace PerfHunt.Loop.Preflight;

/// <summary>The programs that a hunt calls must be new enough.</summary>
public static partial class ProgramVersions
{
    // Copied stacks are recorded with --buildid-mmap, which perf has since Linux 5.12.
    private static readonly Version OldestPerfForStacks = new(5, 12);

    // What the hunt of Rust programs is tried with; the sample needs it.
    private static readonly Version OldestCargo = new(1, 63);

    // Some programs take an unknown switch for work to do.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The first line of what a program says to <c>--version</c>; null when it says nothing.</summary>
    public static string? Tell(HuntSession session, string program)
    {
        var outcome = session.Tools.Processes.Run(Command.Of(program, "--version") with { TimeLimit = Patience }, session.Tools.Cancellation);
        return outcome.Succeeded ? outcome.StandardOutput.Split('\n').Select(text => text.Trim()).FirstOrDefault(text => text.Length > 0) : null;
    }

    /// <summary>What is wrong with a program of this version, or null.</summary>
    /// <param name="program">The program.</param>
    /// <param name="told">What it says to <c>--version</c>; a version that cannot be told is taken for new enough.</param>
    /// <param name="perf">How perf records.</param>
    public static Finding? TooOld(string program, string? told, PerfConfig perf) => (program, Version(told)) switch
    {
        ("perf", { } found) when found < OldestPerfForStacks && perf.CallGraph == "dwarf" => new(
            $"{told} is too old to record stacks: perf.callGraph \"dwarf\" takes {OldestPerfForStacks} or newer", "Install a newer perf, or say \"fp\" or \"none\"."),
        ("cargo", { } found) when found < OldestCargo => new($"{told} is older than {OldestCargo}, the oldest that PerfHunt is tried with", "Install a newer cargo if the build fails."),
        _ => null,
    };

    private static Version? Version(string? told) => VersionPattern.Match(told ?? "") is { Success: true } match
        ? new Version(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
        : null;

    [GeneratedRegex(@"\b([0-9]{1,4})\.([0-9]{1,4})\b")]
    private static partial Regex VersionPattern { get; }
}
