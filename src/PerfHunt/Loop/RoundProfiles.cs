using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.Reading;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Reads what a profile round has recorded.</summary>
public static class RoundProfiles
{
    /// <summary>The profiles of the last round of this process, or else of the hunt, in the order of the suite.</summary>
    /// <exception cref="HuntException">A recording cannot be read, or says too little.</exception>
    public static IEnumerable<(ProfiledWorkload Workload, Profile Profile)> InOrder(HuntSession session) =>
        Of(session, session.LastRound ?? session.Hunt.ProfileRound);

    /// <summary>The profiles of a round, in its order; several recordings of a workload are one profile.</summary>
    /// <exception cref="HuntException">A recording cannot be read, or says too little.</exception>
    public static IEnumerable<(ProfiledWorkload Workload, Profile Profile)> Of(HuntSession session, ImmutableArray<ProfiledWorkload> round) =>
        round.Select(workload => (workload, ProfileMerge.Merge([.. workload.Recordings.Select(file => Read(session, file))])));

    /// <summary>The profile of one workload of the last round; null when it is not there.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="inlined">Tells what was inlined; null to count by compiled functions.</param>
    /// <exception cref="HuntException">A recording cannot be read, or says too little.</exception>
    public static Profile? OfWorkload(HuntSession session, string workload, SourceIndexes? inlined = null) =>
        session.Hunt.ProfileRound.FirstOrDefault(one => one.Workload == workload) is not { } recorded || !recorded.Recordings.All(File.Exists) ? null
            : inlined is null ? Of(session, [recorded]).Single().Profile
            : HuntRecordings.ReadOwn(recorded.Recordings, new PerfDataReader { Inlined = inlined }, session.Tools.Cancellation);

    /// <summary>One recording of the baseline.</summary>
    /// <exception cref="HuntException">It cannot be read, or says too little to start a hunt by.</exception>
    public static Profile Read(HuntSession session, string file)
    {
        if (!session.ReadRecordings.TryGetValue(file, out var profile))
        {
            profile = ReadAny(session, file);
            session.ReadRecordings.Add(file, profile);
        }

        // A program that has become faster gives fewer samples of the same workload: that must not end the hunt that made it so.
        var isStart = session.Hunt.HeadCommit == session.Hunt.StartCommit;
        return isStart && profile.Shortage(session.Place.Config.Perf.MinimumSamples) is { } shortage
            ? throw new HuntException(ExitCode.BaselineInvalid, $"Too few samples to rank functions by: {shortage}", "Make the workloads larger (layers, modules per layer), or lower perf.minimumSamples.", file)
            : profile;
    }

    /// <summary>Any recording, however short.</summary>
    /// <exception cref="HuntException">It cannot be read.</exception>
    public static Profile ReadAny(HuntSession session, string file) => HuntRecordings.ReadOwn([file], new PerfDataReader(), session.Tools.Cancellation);
}
