using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Symbols;
using PerfHunt.SourceControl;
using PerfHunt.State;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>
/// Keeps with each recording the program that it was made of, since slots are built again, and keeps the recordings of the
/// program as the hunt found it, to compare with.
/// </summary>
public static class KeptRecordings
{
    /// <summary>After a profile round, whole or in part.</summary>
    public static void KeepRound(HuntSession session, IEnumerable<ProfiledWorkload> round)
    {
        var workspace = session.Place.Workspace;
        KeepProgram(session, workspace.Profiles, session.BaselineSlot, session.Baseline);
        if (session.Hunt.HeadCommit != session.Hunt.StartCommit)
        {
            return;
        }

        Directory.CreateDirectory(workspace.StartProfiles);
        foreach (var recording in round.SelectMany(workload => workload.Recordings))
        {
            var copy = Path.Combine(workspace.StartProfiles, Path.GetFileName(recording));
            File.Copy(recording, copy, overwrite: true);
            KeptMaps.Copy(recording, copy);
        }

        KeepProgram(session, workspace.StartProfiles, session.BaselineSlot, session.Baseline);
    }

    /// <summary>After a candidate was recorded.</summary>
    public static void KeepCandidate(HuntSession session) =>
        KeepProgram(session, session.Place.Workspace.CandidateProfiles, session.CandidateSlot, session.Candidate);

    // One copy a folder: recordings of earlier builds in it are overwritten in the same round, or stale.
    private static void KeepProgram(HuntSession session, string folder, Slot slot, ProgramUnderTest program)
    {
        KeptBinaries.Keep(folder, program.Binary);
        KeptBinaries.Prune(folder, session.Hunt.Builds.TryGetValue(slot.Name, out var build) ? [build.BuildId] : []);
    }
}
