using PerfHunt.Loop.Preflight;
using PerfHunt.Processes;

namespace PerfHunt.Loop.Checkups;

/// <summary>The programs that a hunt calls, with their versions.</summary>
internal static class ToolRows
{
    // Some programs take an unknown switch for work to do.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>A row a program.</summary>
    public static IEnumerable<CheckupRow> Of(HuntSession session)
    {
        var missing = RequiredPrograms.Missing(session.Place.Config, [.. RequiredPrograms.Always, .. RequiredPrograms.Measuring(session.Options.Metric)])
            .ToDictionary(finding => finding.Program, StringComparer.Ordinal);
        foreach (var program in RequiredPrograms.Names(session.Place.Config, [.. RequiredPrograms.Always, .. RequiredPrograms.Measuring(session.Options.Metric)]))
        {
            yield return missing.TryGetValue(program, out var finding)
                ? new($"tool {program}", CheckupState.Fault, "not installed", finding.Remedy)
                : CheckupRow.Good($"tool {program}", Version(session, program));
        }
    }

    private static string Version(HuntSession session, string program)
    {
        var outcome = session.Tools.Processes.Run(Command.Of(program, "--version") with { TimeLimit = _patience }, session.Tools.Cancellation);
        var line = outcome.StandardOutput.Split('\n').Select(text => text.Trim()).FirstOrDefault(text => text.Length > 0);
        return outcome.Succeeded && line is not null ? line : "there; it does not tell its version";
    }
}
