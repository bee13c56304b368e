using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using PerfHunt.Configuration;
using PerfHunt.Investigation;
using PerfHunt.Processes;
using PerfHunt.SourceControl;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>
/// One round of investigators at the current hotspot, each in a clone of its own. All of them have ended before anything is read from
/// a clone, and so before anything is measured.
/// </summary>
internal sealed class CandidateRound : IDisposable
{
    private readonly HuntSession _session;
    private readonly CurrentHotspot _hotspot;
    private readonly ImmutableArray<Candidate> _candidates;
    private readonly WorkspaceSeal? _seal;

    /// <summary>Prepares clones and dossiers.</summary>
    public CandidateRound(HuntSession session)
    {
        _session = session;
        _hotspot = session.State.CurrentHotspot!;
        _candidates = [.. Enumerable.Range(_hotspot.Attempts.Length + 1, Limits.Candidates(session)).Select(Prepare)];
        _seal = session.Place.Config.Investigator.Kind == InvestigatorConfig.CommandKind ? new WorkspaceSeal(session) : null;
    }

    private TimeProvider Clock => _session.Tools.Clock;

    /// <summary>Lets them work.</summary>
    /// <returns>Every reply, in order; fewer than were asked for when a queue had no more.</returns>
    public ImmutableArray<InvestigationReply> Ask()
    {
        if (_candidates.Length == 1)
        {
            Ask(_candidates[0], _session.Tools.Cancellation);
        }
        else if (_session.Place.Config.Investigator.Kind == InvestigatorConfig.PatchesKind)
        {
            AskQueue();
        }
        else
        {
            AskTogether();
        }

        if (_seal is not null)
        {
            // A program of somebody else's has run here; a queue of patches leaves the processors as they were.
            _session.Quiet.Forget();
            _seal.Verify();
        }

        return [.. Answered.Select(candidate => candidate.Reply!)];
    }

    /// <summary>Takes the changes out of the clones; a candidate that was only limited was none.</summary>
    public ImmutableArray<AttemptRecord> Take() =>
        [.. Answered.Where(candidate => candidate.Reply!.Ending != InvestigationEnding.Limited).Select(Take)];

    /// <inheritdoc/>
    /// <remarks>With what was put beside the clones, too.</remarks>
    public void Dispose() => DisposableClone.RemoveAll(_session.Sources.Repository);

    private IEnumerable<Candidate> Answered => _candidates.Where(candidate => candidate.Reply is not null);

    private Candidate Prepare(int number)
    {
        var started = Clock.GetTimestamp();
        var folder = _session.Place.Workspace.Attempt(_session.State.Iteration, number);
        Directory.CreateDirectory(folder);
        var clone = DisposableClone.Create(
            _session.Sources.Repository, _session.Hunt.HeadCommit, Path.GetFileName(folder), _session.Tools.Cancellation);
        var request = new InvestigationRequest(
            _hotspot.Function,
            clone.Folder,
            DossierFile.Write(_session, folder),
            _hotspot.TicketId!,
            number,
            [.. _session.State.Investigated.SelectMany(entry => entry.Attempts).Concat(_hotspot.Attempts).Select(attempt => attempt.Name)],
            [.. _session.Hunt.CommittedChanges],
            Limits.TimeLeft(_session, _hotspot));
        return new(clone, folder, request) { Seconds = Clock.GetElapsedTime(started).TotalSeconds };
    }

    private void Ask(Candidate candidate, CancellationToken cancellation)
    {
        var asked = Clock.GetTimestamp();
        candidate.Reply = Investigators.For(_session).Investigate(candidate.Request, cancellation);
        var seconds = Clock.GetElapsedTime(asked).TotalSeconds;
        candidate.BusySeconds = seconds - candidate.Reply.Waited.TotalSeconds;
        candidate.Seconds += seconds;
    }

    // A queue gives its patches one after the other, and says when there are no more.
    private void AskQueue()
    {
        foreach (var candidate in _candidates)
        {
            candidate.Request = candidate.Request with { TriedPatches = candidate.Request.TriedPatches.Union(Answered.Select(earlier => earlier.Reply!.Name)) };
            Ask(candidate, _session.Tools.Cancellation);
            if (candidate.Reply!.Ending == InvestigationEnding.NoIdea && candidate != _candidates[0])
            {
                candidate.Reply = null;
                return;
            }
        }
    }

    private void AskTogether()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_session.Tools.Cancellation);
        var inTurn = Partitioner.Create(_candidates, EnumerablePartitionerOptions.NoBuffering);
        _session.Say(FormattableString.Invariant($"{_candidates.Length} investigators work, up to {_session.Options.Parallel} at a time."));
        try
        {
            Parallel.ForEach(inTurn, new() { MaxDegreeOfParallelism = _session.Options.Parallel }, candidate => AskOrStop(candidate, stop));
        }
        catch (AggregateException faults)
        {
            // One that only heard of another's end has nothing to tell.
            ExceptionDispatchInfo.Throw(faults.Flatten().InnerExceptions.OrderBy(fault => fault is OperationCanceledException).First());
        }
        finally
        {
            // While several ran, a process that threw its environment away could not be told to be one's or the other's.
            Orphans.EndAll();
        }
    }

    private void AskOrStop(Candidate candidate, CancellationTokenSource stop)
    {
        try
        {
            Ask(candidate, stop.Token);
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }

    private AttemptRecord Take(Candidate candidate)
    {
        var started = Clock.GetTimestamp();
        InvestigationStep.KeepWords(_session, candidate.Reply!);
        var attempt = AttemptIntake.Take(_session, candidate.Clone.Folder, candidate.Reply!, candidate.Folder);
        return attempt with
        {
            Number = candidate.Request.Attempt,
            IsCleaner = candidate.Reply!.IsCleaner,
            InvestigatorSeconds = candidate.BusySeconds,
            Seconds = candidate.Seconds + Clock.GetElapsedTime(started).TotalSeconds,
        };
    }

    private sealed class Candidate(DisposableClone clone, string folder, InvestigationRequest request)
    {
        public DisposableClone Clone => clone;

        public string Folder => folder;

        public InvestigationRequest Request { get; set; } = request;

        public InvestigationReply? Reply { get; set; }

        public double BusySeconds { get; set; }

        public double Seconds { get; set; }
    }
}
