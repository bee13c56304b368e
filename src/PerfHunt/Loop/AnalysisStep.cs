using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Hotspots;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Turns the profile round into candidates and decides what comes next: a hotspot, a larger suite, or the end.</summary>
public static class AnalysisStep
{
    /// <summary>True when a fresh profile round waits to be analysed.</summary>
    public static bool IsDue(HuntSession session) => session.State.Phase == Phase.Profiled;

    /// <summary>Decides.</summary>
    public static void Run(HuntSession session)
    {
        var candidates = Candidates(session, session.Hunt.ProfileRound);
        var state = (session.State with { Candidates = [.. candidates.Select(ToEntry)] }).WithHunt(hunt => hunt with { RankBy = RankedProfiles.Choice(session) });
        var next = HotspotChoice.Choose(candidates, IsSettled(session), state.SuiteGeneration);
        session.Save(After(session, state, next));
    }

    /// <summary>The workloads to be recorded once more, because the two hottest functions that may be chosen differ by no more than chance.</summary>
    public static ImmutableSortedSet<string> Undecided(HuntSession session, ImmutableArray<ProfiledWorkload> round)
    {
        var isSettled = IsSettled(session);
        return Lead.Undecided(
            [.. Candidates(session, round).Where(candidate => !isSettled(candidate.Function))],
            round.ToDictionary(workload => workload.Workload, workload => workload.Samples, StringComparer.Ordinal));
    }

    private static ImmutableArray<Candidate> Candidates(HuntSession session, ImmutableArray<ProfiledWorkload> round) =>
        Above(session, round, session.Place.Config.Thresholds.SelfPercent);

    private static ImmutableArray<Candidate> Above(HuntSession session, ImmutableArray<ProfiledWorkload> round, double thresholdPercent)
    {
        var profiles = RoundProfiles.Of(session, round).ToDictionary(pair => pair.Workload.Workload, pair => pair.Profile, StringComparer.Ordinal);
        return CandidateList.Build(RankedProfiles.Of(session, profiles), RankedProfiles.OwnFunctions(session.Place), thresholdPercent);
    }

    // Why nothing is left is the first question of whoever reads it.
    private static string Remaining(HuntSession session)
    {
        var isSettled = IsSettled(session);
        return Above(session, session.Hunt.ProfileRound, 0).FirstOrDefault(candidate => !isSettled(candidate.Function)) is { } hottest
            ? string.Create(CultureInfo.InvariantCulture, $"the hottest that is left, {hottest.Function}, has {hottest.MaxSelfPercent:0.00} % self in {hottest.HottestWorkload}, and thresholds.selfPercent is {session.Place.Config.Thresholds.SelfPercent:0.##} %")
            : "no function of the project's own (ownCode) is left";
    }

    private static Func<string, bool> IsSettled(HuntSession session)
    {
        var investigated = session.State.Investigated.Select(entry => entry.Function);
        return investigated.Concat(session.Place.Config.NoiseFunctions).Concat(session.Stores.Journal.NoiseFunctions()).ToHashSet(StringComparer.Ordinal).Contains;
    }

    private static HuntState After(HuntSession session, HuntState state, Analysis next)
    {
        switch (next)
        {
            case Analysis.Chosen(var hotspot):
                var current = ToCurrent(hotspot, RankedProfiles.InlinedPart(session, hotspot));
                session.Say(string.Create(CultureInfo.InvariantCulture, $"Iteration {state.Iteration}: {hotspot.Function}{Mostly(current)}, {hotspot.MaxSelfPercent:0.00} % self in {hotspot.HottestWorkload} ({state.Candidates.Length} candidates)."));
                return state.In(Phase.HotspotChosen) with { CurrentHotspot = current };
            case Analysis.SuiteExhausted:
                session.Say($"Nothing actionable is left in this suite: {Remaining(session)}. The suite is made larger.");
                return state.In(Phase.Baselined) with { SuiteGeneration = state.SuiteGeneration + 1, BenchmarkSuite = new() };
            default:
                session.Say($"Nothing actionable is left, also in the larger suite: {Remaining(session)}.");
                return Ending.Of(state, "no actionable hotspot is left, also in the larger suite");
        }
    }

    private static CandidateEntry ToEntry(Candidate candidate) => new()
    {
        Function = candidate.Function,
        Crate = candidate.Crate,
        MaxSelfPct = Rounded(candidate.MaxSelfPercent),
        ByWorkload = candidate.ByWorkload.ToImmutableSortedDictionary(p => p.Key, p => Rounded(p.Value), StringComparer.Ordinal),
    };

    private static CurrentHotspot ToCurrent(Candidate candidate, (string Function, double OfFunctionPercent)? inlined)
    {
        var entry = ToEntry(candidate);
        return new()
        {
            Function = entry.Function,
            Crate = entry.Crate,
            MaxSelfPct = entry.MaxSelfPct,
            ByWorkload = entry.ByWorkload,
            InlinedFunction = inlined?.Function,
            InlinedPctOfFunction = inlined is { } part ? Rounded(part.OfFunctionPercent) : null,
        };
    }

    private static string Mostly(CurrentHotspot hotspot) => hotspot.InlinedFunction is { } inlined
        ? string.Create(CultureInfo.InvariantCulture, $" ({hotspot.InlinedPctOfFunction:0} % of it in {inlined}, inlined)")
        : "";

    // Hundredths of a percent, as perf prints them: finer digits are noise.
    private static double Rounded(double percent) => Math.Round(percent, 2);
}
