using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Hotspots;
using PerfHunt.Investigation;
using PerfHunt.Profiling.CallGraphs;
using PerfHunt.Profiling.Recordings;
using PerfHunt.Reporting;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Gathers the facts of the current hotspot and writes its dossier.</summary>
public static class DossierFile
{
    private const string Name = "dossier.md";
    private const int ShownNeighbours = 12;
    private const int ShownRejections = 20;

    /// <summary>Where the dossier lies in an attempt's folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, Name);

    /// <summary>Writes the dossier.</summary>
    /// <returns>Its path.</returns>
    public static string Write(HuntSession session, string folder)
    {
        var path = PathIn(folder);
        File.WriteAllText(path, Dossier.Render(Facts(session, session.State.CurrentHotspot!, folder)));
        return path;
    }

    private static DossierFacts Facts(HuntSession session, CurrentHotspot hotspot, string folder)
    {
        var config = session.Place.Config;
        var part = config.OwnCode.FirstOrDefault(own => own.Crate == hotspot.Crate);
        var candidate = new Candidate(hotspot.Function, hotspot.Crate, part?.Folder ?? ".", hotspot.ByWorkload);
        var profile = HotspotProfile.Read(session, candidate.HottestWorkload, hotspot.Function);
        return new DossierFacts
        {
            Hotspot = candidate,
            TicketId = hotspot.TicketId!,
            Iteration = session.State.Iteration,
            Minutes = Limits.TimeLeft(session, hotspot).TotalMinutes,
            Rivals = Limits.Candidates(session) - 1,
            MaxFiles = config.Patch.MaxFiles,
            Allow = config.Patch.Allow,
            Protect = config.Patch.Protect,
            Callers = Tuples(profile.Neighbours?.Callers),
            Callees = Tuples(profile.Neighbours?.Callees),
            InlinedPart = hotspot.InlinedFunction is { } inlined ? (inlined, hotspot.InlinedPctOfFunction ?? 0) : null,
            Detail = profile.Detail,
            Source = profile.Source ?? ManagedSource.Find(session.BaselineSlot.Folder, candidate.Folder, hotspot.Function),
            Reproduce = Reproduce(session, candidate),
            Lessons = session.Stores.Journal.Lessons(),
            EarlierAttempts = [.. EarlierAttempts(session, hotspot).Select(Told)],
            RejectedElsewhere = [.. RejectedElsewhere(session, hotspot).TakeLast(ShownRejections)],
            ResultFile = config.Investigator.Kind == InvestigatorConfig.PatchesKind ? null : new AgentFolder(folder).ResultFile,
        };
    }

    // Also those of an earlier suite or iteration, in which the function was given up.
    private static IEnumerable<AttemptRecord> EarlierAttempts(HuntSession session, CurrentHotspot hotspot) =>
        session.State.Investigated.Where(entry => entry.Function == hotspot.Function).SelectMany(entry => entry.Attempts).Concat(hotspot.Attempts);

    private static IEnumerable<string> RejectedElsewhere(HuntSession session, CurrentHotspot hotspot) =>
        from entry in session.State.Investigated
        where entry.Function != hotspot.Function
        from attempt in entry.Attempts
        where attempt.Outcome != Outcomes.Fixed && attempt.Title.Length > 0
        select $"{entry.Function}: {Told(attempt)}";

    private static string Told(AttemptRecord attempt)
    {
        var effect = attempt.Change is { } change
            ? $" Measured: suite {Figures.Change(change.EffectPct)} ({Figures.Change(change.LowPct)} to {Figures.Change(change.HighPct)})."
            : "";
        return $"{attempt.Title}: {attempt.Outcome}.{effect} {attempt.Reason}".TrimStart(':', ' ');
    }

    private static ImmutableArray<(string Function, double Percent)> Tuples(ImmutableArray<CallNeighbour>? neighbours) =>
        [.. (neighbours ?? []).Take(ShownNeighbours).Select(neighbour => (neighbour.Symbol, neighbour.Percent))];

    private static ImmutableArray<string> Reproduce(HuntSession session, Candidate candidate)
    {
        var recording = session.Hunt.ProfileRound.FirstOrDefault(w => w.Workload == candidate.HottestWorkload)?.PerfData ?? "RECORDING";
        return
        [
            Record(session, candidate.HottestWorkload),
            Processes.Command.Of("perf", "annotate", "-i", recording, $"--symbol={candidate.Function}", "--stdio").ToString(),
            Processes.Command.Of("perf", "report", "-i", recording, "--no-inline", "--stdio").ToString(),
            .. session.Place.Config.Build.Commands.Select(line => line.ToString()),
            .. session.Place.Config.Gate.Select(line => line.ToString()),
            .. session.Place.Config.Inspect.Select(line => line.ToString()),
        ];
    }

    // In the clone, once it is built there.
    private static string Record(HuntSession session, string workload)
    {
        var config = session.Place.Config;
        var taken = SuiteStep.TakingPart(session).First(one => one.Name == workload);
        var words = config.Run.WordsFor(taken, config.Build.Binary, SuiteStep.SuiteOf(session).FolderOf(taken), tree: ".");
        var eventName = config.Perf.Event == EventChoice.Automatic ? "cpu-clock" : config.Perf.Event;
        var arguments = PerfRecordArguments.For(Processes.Command.Of(words[0], words[1..]), "perf.data", eventName, config.Perf);
        return Processes.Command.Of("perf", [.. arguments]).ToString();
    }
}
