using PerfHunt.Loop.Preflight;

namespace PerfHunt.Loop.Checkups;

/// <summary>The programs that a hunt calls, with their versions.</summary>
internal static class ToolRows
{
    /// <summary>A row a program.</summary>
    public static IEnumerable<CheckupRow> Of(HuntSession session)
    {
        string[] own = [.. RequiredPrograms.Always, .. RequiredPrograms.Measuring(session.Options.Metric)];
        var missing = RequiredPrograms.Missing(session.Place.Config, own)
            .ToDictionary(finding => finding.Program, StringComparer.Ordinal);
        foreach (var program in RequiredPrograms.Names(session.Place.Config, own))
        {
            yield return missing.TryGetValue(program, out var finding)
                ? new($"tool {program}", CheckupState.Fault, "not installed", finding.Remedy)
                : Row(session, program);
        }
    }

    private static CheckupRow Row(HuntSession session, string program)
    {
        var told = ProgramVersions.Tell(session, program);
        var old = ProgramVersions.TooOld(program, told, session.Place.Config.Perf);
        return old is null
            ? CheckupRow.Good($"tool {program}", told ?? "there; it does not tell its version")
            : new($"tool {program}", program == "perf" ? CheckupState.Fault : CheckupState.Caution, old.Problem, old.Remedy);
    }
}
