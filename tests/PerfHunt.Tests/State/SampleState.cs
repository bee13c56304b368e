using System.Collections.Immutable;
using PerfHunt.State;

namespace PerfHunt.Tests.State;

/// <summary>A state in which every object of the file occurs.</summary>
internal static class SampleState
{
    private static readonly MeasuredChange Change = new()
    {
        Verdict = "improved", EffectPct = -3.25, LowPct = -4, HighPct = -2.5, Rounds = 8, SmallestDetectablePct = 0.7,
        Mode = "duet", Metric = "cpu", Reason = "faster beyond noise", ByWorkload = Map("w1", -3.25),
        HoldOut = new(-2.75, -3.5, -2, 2), Size = new(-3.5, -4.5, -2.5, true, "duets and solo runs agree"),
        Resources = Map("w1", new MeasuredResources(-3.25, -1.5, null, 12, 0.5, -4, 1 << 20)),
    };

    private static readonly AttemptRecord Attempt = new()
    {
        Number = 1, Name = "01.patch", Title = "Cache the lookup", Outcome = "fixed", Reason = "3.25 % faster", Patch = "attempts/1.patch",
        Tree = "4b825dc6", Commit = "0a1b2c3d", Change = Change, SelfPctAfter = 1.5, Seconds = 12.5,
    };

    public static HuntState Full { get; } = new()
    {
        Phase = Phase.Investigated,
        MaxIterations = 5,
        Iteration = 2,
        BenchmarkSuite = new BenchmarkSuite
        {
            BaseDir = "/tmp/suite",
            Workloads = [new SuiteWorkload { Name = "w1", Seed = 7, Profile = "full", Dir = "/tmp/suite/w1", Layers = 2, ModulesPerLayer = 3, ContentHash = "ab", ExitCode = 1, OutputHash = "cd" }],
        },
        Baseline = new BaselineTimings { Timestamp = "2026-01-02T03:04:05Z", Commit = "0a1b2c3d", Timings = Map("w1", 1.25) },
        Candidates = [new CandidateEntry { Function = "a::<T>::b", MaxSelfPct = 8.31, Crate = "a", ByWorkload = Map("w1", 8.31) }],
        Investigated =
        [
            new InvestigatedEntry
            {
                Function = "a::c", Iteration = 1, Outcome = "fixed", Commit = "0a1b2c3d", TicketId = "vol-t6xm", SamplesPctBefore = 4.2,
                SamplesPctAfter = 1.5, CompileTimeChangePct = -3.25, Notes = "line 1\nline 2 \"quoted\" Ω", Attempts = [Attempt], Seconds = 60,
            },
        ],
        CurrentHotspot = new CurrentHotspot
        {
            Function = "a::<T>::b", MaxSelfPct = 8.31, Crate = "a", ByWorkload = Map("w1", 8.31), TicketId = "vol-abcd",
            Attempts = [Attempt with { Outcome = "slower" }], Attempt = Attempt with { Number = 2, Outcome = "" },
        },
        SuiteGeneration = 2,
        FixesSinceLastProfile = 1,
        History = ["started"],
        Hunt = new HuntRecord
        {
            StartedAt = "2026-01-02T03:04:05Z", RandomSeed = 42, StartCommit = "aa", StartBranch = "main", HeadCommit = "bb", BaselineSlot = "b",
            Builds = ImmutableSortedDictionary<string, BuildRecord>.Empty.Add("a", new BuildRecord("aa", "ff", "1234")),
            GatePassedOnStart = true, CalibratedGeneration = 1,
            Calibration = new CalibrationRecord { Change = Change, Pairs = [new CalibrationPair("perf-full-1000", 1, 1.25, 1.26)] },
            ProfileRound = [new ProfiledWorkload { Workload = "w1", TimeS = 1.25, PerfData = "/tmp/w1.data", Samples = 1200, LostSamples = 1 }],
            CommittedChanges = ["01.patch"], InvestigatorErrorsInARow = 1, FinishReason = "",
            Closing = Change,
            Metric = "cpu",
            LeftOut = [new LeftOutChange { Commit = "0a1b2c3d", Title = "Cache the lookup", Share = Change, Reason = "it contributes 3 %", DroppedBy = "11223344" }],
            Timeline = ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>>.Empty.Add("Verify", Map("workload", 9.5)),
        },
    };

    private static ImmutableSortedDictionary<string, T> Map<T>(string key, T value) =>
        ImmutableSortedDictionary<string, T>.Empty.Add(key, value);
}
