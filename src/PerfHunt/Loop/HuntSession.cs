using System.Collections.Immutable;
using PerfHunt.Profiling;
using PerfHunt.SourceControl;
using PerfHunt.State;
using PerfHunt.Verification.Measuring;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>
/// One process's hold on a hunt: its place, its tools, its state. Steps read the state, work, and hand back the next state,
/// which is on disk before anything else happens.
/// </summary>
public sealed class HuntSession : IDisposable
{
    private readonly ImmutableArray<IDisposable> _locks;
    private readonly long _opened;
    private HuntSources? _sources;

    internal HuntSession(HuntPlace place, HuntOptions options, HuntTools tools, HuntStores stores, RepositoryInspection user, ImmutableArray<IDisposable> locks)
    {
        Place = place;
        Options = options;
        Tools = tools;
        Stores = stores;
        User = user;
        _locks = locks;
        _opened = tools.Clock.GetTimestamp();
        Quiet = new(tools.Clock, QuietProcessor.Look, QuietProcessor.OthersRun, TellAndNote);
        State = stores.State.Load() ?? new HuntState();
        tools.Timeline.Restore(State.Hunt?.Timeline ?? HuntRecord.NoTimeline);
    }

    /// <summary>Where the hunt takes place.</summary>
    public HuntPlace Place { get; }

    /// <summary>What the caller wants.</summary>
    public HuntOptions Options { get; }

    /// <summary>Processes, clock, progress, cancellation.</summary>
    public HuntTools Tools { get; }

    /// <summary>State file, journal, tickets.</summary>
    public HuntStores Stores { get; }

    /// <summary>The hunted repository as it was when this process began.</summary>
    public RepositoryInspection User { get; }

    /// <summary>The sources; opened when a step needs them.</summary>
    public HuntSources Sources => _sources ??= HuntSources.Open(Place, Tools, User, Hunt, ManualInvestigation.CloneName(State));

    /// <summary>What is on disk.</summary>
    public HuntState State { get; private set; }

    /// <summary>True once this process has been through the preflight.</summary>
    public bool PassedPreflight { get; private set; }

    /// <summary>What a person has to do before the hunt can go on; null when nobody is waited for.</summary>
    public string? WaitsFor { get; private set; }

    /// <summary>The last profile round of this process, whole or in part; null before one.</summary>
    public ImmutableArray<ProfiledWorkload>? LastRound { get; internal set; }

    /// <summary>The recordings of the baseline that this process has read, by file.</summary>
    internal Dictionary<string, Profile> ReadRecordings { get; } = new(StringComparer.Ordinal);

    /// <summary>True when the caller's time limit is used up: no further iteration begins.</summary>
    public bool TimeIsUp => Options.TimeLimit is { } limit && Tools.Clock.GetElapsedTime(_opened) >= limit;

    /// <summary>Our additions to the state; a hunt that has not begun has none.</summary>
    /// <exception cref="InvalidOperationException">The hunt has not begun.</exception>
    public HuntRecord Hunt => State.Hunt ?? throw new InvalidOperationException("The hunt has not begun.");

    /// <summary>The slot that holds the baseline.</summary>
    public Slot BaselineSlot => Sources.Slots[Hunt.BaselineSlot];

    /// <summary>The slot for candidates.</summary>
    public Slot CandidateSlot => Sources.Slots.Other(BaselineSlot);

    /// <summary>The baseline program.</summary>
    public ProgramUnderTest Baseline => ProgramIn(BaselineSlot);

    /// <summary>The candidate program.</summary>
    public ProgramUnderTest Candidate => ProgramIn(CandidateSlot);

    /// <summary>Where and when to measure.</summary>
    internal QuietMoment Quiet { get; }

    /// <summary>Replaces the state, on disk first.</summary>
    public void Save(HuntState next)
    {
        // A hunt that is over costs nothing more, however often it is asked about.
        var isOver = State.Phase == Phase.Finished && next.Phase == Phase.Finished;
        var stamped = next.Hunt is null || isOver ? next : next.WithHunt(hunt => hunt with { Timeline = Tools.Timeline.Snapshot() });
        Stores.State.Save(stamped);
        State = stamped;
    }

    /// <summary>Notes that the preflight was passed.</summary>
    internal void PassPreflight() => PassedPreflight = true;

    /// <summary>Tells what a person has to do, and notes that this process can go no further.</summary>
    internal void WaitFor(string message)
    {
        WaitsFor = message;
        Say(message);
    }

    /// <summary>Tells a person what is going on.</summary>
    public void Say(string line) => Tools.Progress.Report(line);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var one in _locks)
        {
            one.Dispose();
        }
    }

    private void TellAndNote(string line)
    {
        Say(line);
        if (State.CurrentHotspot?.TicketId is not null)
        {
            TicketLog.Note(this, line);
        }
    }

    private ProgramUnderTest ProgramIn(Slot slot) => new(slot.Folder, Path.Combine(slot.Folder, Place.Config.Build.Binary));
}
