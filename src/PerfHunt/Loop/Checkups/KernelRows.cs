using System.Globalization;
using PerfHunt.Loop.Preflight;
using PerfHunt.Processes;
using PerfHunt.Profiling.Recordings;

namespace PerfHunt.Loop.Checkups;

/// <summary>What the kernel lets perf do.</summary>
internal static class KernelRows
{
    private const string Settings = "/proc/sys/kernel/";
    private const int RecordsNothing = 3;

    /// <summary>The rows; none without perf, which the row of the tool tells.</summary>
    public static IEnumerable<CheckupRow> Of(HuntSession session)
    {
        if (!ExecutableLookup.IsOnPath("perf"))
        {
            return [];
        }

        var refused = PreflightChecks.Recording(session).ToList();
        return
        [
            .. refused.Select(finding => new CheckupRow("perf permission", CheckupState.Fault, finding.Problem, finding.Remedy)).DefaultIfEmpty(Permission()),
            .. refused.Count > 0 ? [] : Rest(session),
            .. PreflightChecks.Counters(session).Select(finding => new CheckupRow("counted instructions", CheckupState.Fault, finding.Problem, finding.Remedy)),
        ];
    }

    private static CheckupRow Permission()
    {
        var level = Setting("perf_event_paranoid") ?? 0;
        var meaning = level switch { < 1 => "everybody may record everything", 1 => "own processes with their share of the kernel", 2 => "own processes, without the kernel", _ => "privileged users only" };
        var isRoot = Environment.IsPrivilegedProcess;
        return new(
            "perf permission",
            level >= RecordsNothing && !isRoot ? CheckupState.Caution : CheckupState.Good,
            string.Create(CultureInfo.InvariantCulture, $"recording works; kernel.perf_event_paranoid is {level} ({meaning}){(isRoot ? ", and you are root" : "")}"));
    }

    private static IEnumerable<CheckupRow> Rest(HuntSession session)
    {
        var wanted = session.Place.Config.Perf.FrequencyHz;
        var most = Setting("perf_event_max_sample_rate") ?? int.MaxValue;
        yield return most < wanted
            ? new("sampling rate", CheckupState.Caution, string.Create(CultureInfo.InvariantCulture, $"{wanted} samples a second are asked for, the kernel gives {most}"), string.Create(CultureInfo.InvariantCulture, $"Run `sysctl kernel.perf_event_max_sample_rate={wanted}`, or lower perf.frequencyHz."))
            : CheckupRow.Good("sampling rate", string.Create(CultureInfo.InvariantCulture, $"{wanted} samples a second; the kernel allows {most}"));
        yield return session.Tools.Recorder.Events.Resolve(EventChoice.Automatic, session.Tools.Cancellation) == EventChoice.Cycles
            ? CheckupRow.Good("hardware counters", "cycles are counted")
            : new("hardware counters", CheckupState.Caution, "none, as on most virtual machines; cpu-clock is sampled", "Nothing needs to be done. Figures that do not depend on the machine's quietness: --metric=callgrind.");
    }

    private static int? Setting(string name) =>
        File.Exists(Settings + name) && int.TryParse(File.ReadAllText(Settings + name), NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value) ? value : null;
}
