using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Reading;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Finds a hunt's recordings and reads them. Takes no lock: it looks at what the last steps left.</summary>
public static class HuntRecordings
{
    private const string Again = "Record again with --target=ProfileRound.";

    /// <summary>The recordings of the last profile round.</summary>
    /// <param name="place">Where the hunt takes place, its repository being the root of the work tree.</param>
    /// <param name="workloads">Names of the workloads; empty for all.</param>
    /// <exception cref="HuntException">There is no such round or workload.</exception>
    public static ImmutableArray<string> Newest(HuntPlace place, ImmutableArray<string> workloads) =>
        [.. Existing(Round(Begun(place), place, workloads).SelectMany(workload => workload.Recordings))];

    /// <summary>
    /// What to compare: the program as the hunt found it with that of the last round; while those are the same, that of the last
    /// round with the last change that was recorded.
    /// </summary>
    /// <inheritdoc cref="Newest"/>
    /// <exception cref="HuntException">There are no two programs yet.</exception>
    public static ComparedRecordings Compared(HuntPlace place, ImmutableArray<string> workloads)
    {
        var state = Begun(place);
        var round = Round(state, place, workloads);
        var isOfStart = state.Baseline?.Commit == state.Hunt!.StartCommit;
        var pairs = isOfStart
            ? Pairs(round, place.Workspace.CandidateProfiles, (recorded, other) => (recorded, other))
            : Pairs(round, place.Workspace.StartProfiles, (recorded, other) => (other, recorded));
        return pairs.IsEmpty
            ? throw new HuntException(
                ExitCode.Precondition,
                "The hunt has no recordings of two different programs yet",
                "Let it commit a change and profile again (--target=ProfileRound), or name two recordings by --before=FILE and --after=FILE.",
                place.Repository)
            : new([.. pairs.Select(pair => pair.Before)], [.. pairs.Select(pair => pair.After)], (isOfStart ? "the last round against the last change" : "the start of the hunt against the last round") + Lag(state));
    }

    // A commit is recorded when the next iteration begins, and after the last one none does.
    private static string Lag(HuntState state) => state.Baseline is { Commit: { } recorded } && recorded != state.Hunt!.HeadCommit
        ? $"; that round is of {Text.Short(recorded)}, and the hunt's newest commit is recorded by --target=ProfileRound"
        : "";

    /// <summary>The sources of the baseline: built at a path of their own, they are looked at where they lie.</summary>
    public static SourceTexts Sources(HuntPlace place)
    {
        var slot = place.Workspace.Layout.Slot(Begun(place).Hunt!.BaselineSlot);
        return new SourceTexts((place.Workspace.Layout.Mount, slot), (slot, slot));
    }

    /// <summary>Reads recordings that the user may have named as one profile.</summary>
    /// <param name="files">At least one.</param>
    /// <param name="reader">What reads them.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="HuntException">One cannot be read.</exception>
    public static Profile Read(IEnumerable<string> files, PerfDataReader reader, CancellationToken cancellation) =>
        Read(files, reader, ExitCode.Usage, "Name a file that perf record wrote; " + char.ToLowerInvariant(Again[0]) + Again[1..], cancellation);

    /// <summary>Reads recordings that a hunt made as one profile.</summary>
    /// <inheritdoc cref="Read(IEnumerable{string}, PerfDataReader, CancellationToken)"/>
    internal static Profile ReadOwn(IEnumerable<string> files, PerfDataReader reader, CancellationToken cancellation) =>
        Read(files, reader, ExitCode.Precondition, Again, cancellation);

    private static Profile Read(IEnumerable<string> files, PerfDataReader reader, ExitCode code, string remedy, CancellationToken cancellation) =>
        ProfileMerge.Merge([.. files.Select(file => reader.Read(file, cancellation).OrThrow(code, remedy))]);

    private static HuntState Begun(HuntPlace place) => new StateStore(place.StateFile).Load() is { Hunt: not null } state
        ? state
        : throw new HuntException(ExitCode.Precondition, "No hunt has begun here, so there are no recordings", "Run --target=ProfileRound first, or name a recording by --recording=FILE.", place.Repository);

    private static ImmutableArray<ProfiledWorkload> Round(HuntState state, HuntPlace place, ImmutableArray<string> workloads)
    {
        var round = state.Hunt!.ProfileRound;
        if (round.IsEmpty)
        {
            throw new HuntException(ExitCode.Precondition, "The hunt has recorded nothing yet", "Run --target=ProfileRound first, or name a recording by --recording=FILE.", place.Repository);
        }

        var names = round.Select(workload => workload.Workload).ToList();
        return workloads.FirstOrDefault(name => !names.Contains(name)) is { } unknown
            ? throw new HuntException(ExitCode.Usage, $"The last round has no workload '{unknown}'{NearestName.Suggest(unknown, names)}", $"It has: {string.Join(", ", names)}.")
            : [.. round.Where(workload => workloads.IsEmpty || workloads.Contains(workload.Workload))];
    }

    private static ImmutableArray<(string Before, string After)> Pairs(
        ImmutableArray<ProfiledWorkload> round, string folder, Func<string, string, (string Before, string After)> order) =>
        [.. round.Select(workload => (workload.PerfData, Other: Path.Combine(folder, Path.GetFileName(workload.PerfData))))
            .Where(pair => File.Exists(pair.PerfData) && File.Exists(pair.Other))
            .Select(pair => order(pair.PerfData, pair.Other))];

    private static IEnumerable<string> Existing(IEnumerable<string> files) => files.Select(file =>
        File.Exists(file) ? file : throw new HuntException(ExitCode.Precondition, "A recording of the last round is gone", Again, file));
}
