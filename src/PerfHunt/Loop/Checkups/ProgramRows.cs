using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.Reporting;

namespace PerfHunt.Loop.Checkups;

/// <summary>Builds the program twice, runs check and gate, and measures. The first step that fails is the last row but one.</summary>
internal sealed class ProgramRows(HuntSession session)
{
    private const int ShownFiles = 3;

    private double _buildSeconds;
    private double _gateSeconds;

    /// <summary>Adds the rows.</summary>
    public void AddTo(List<CheckupRow> rows)
    {
        if (Try(rows, "build", Build) && Try(rows, "workloads", Suite) && Try(rows, "the baseline against itself", Measure))
        {
            Try(rows, "call chains", () => RecordingRows.Of(session));
        }

        Try(rows, "check", () => Commands("check", session.Place.Config.Check, out _));
        Try(rows, "gate", Gate);
        if (session.State.Hunt?.Calibration is not null && rows.All(row => row.State != CheckupState.Fault))
        {
            rows.Add(IterationRow.Of(session, _buildSeconds, _gateSeconds));
        }
    }

    private bool Try(List<CheckupRow> rows, string subject, Func<IEnumerable<CheckupRow>> look)
    {
        try
        {
            session.Say($"Looking at: {subject}.");
            CheckupRow[] found = [.. look()];
            rows.AddRange(found);
            return true;
        }
        catch (HuntException failure)
        {
            rows.Add(CheckupRow.Of(subject, failure));
            return false;
        }
    }

    private IEnumerable<CheckupRow> Build()
    {
        var started = session.Tools.Clock.GetTimestamp();
        BuildStep.EnsureBuilt(session, session.BaselineSlot);
        _buildSeconds = session.Tools.Clock.GetElapsedTime(started).TotalSeconds;
        BuildStep.EnsureBuilt(session, session.CandidateSlot);
        var isRepeatable = session.Hunt.Builds[session.BaselineSlot.Name].BinaryHash == session.Hunt.Builds[session.CandidateSlot.Name].BinaryHash;
        yield return CheckupRow.Good("build", $"it makes {session.Place.Config.Build.Binary} in {Figures.Duration(_buildSeconds)}");
        yield return isRepeatable
            ? CheckupRow.Good("two builds of the same sources", "the same program, byte for byte")
            : new("two builds of the same sources", CheckupState.Caution, "two different programs", "Take times and random numbers out of the build; else a change without effect cannot be told by its program.");
    }

    private IEnumerable<CheckupRow> Suite()
    {
        SuiteStep.Run(session);
        return [];
    }

    private IEnumerable<CheckupRow> Measure()
    {
        CalibrationStep.Run(session);
        return WorkloadRows.Of(session);
    }

    private IEnumerable<CheckupRow> Gate()
    {
        var rows = Commands("gate", session.Place.Config.Gate, out _gateSeconds).ToList();
        if (session.Place.Config.Gate.IsEmpty || rows.Any(row => row.State == CheckupState.Fault))
        {
            return rows;
        }

        // As a change is looked at after its gate: what is left of the unchanged tree's gate would be part of each.
        var left = session.CandidateSlot.SnapshotTree(session.Tools.Cancellation);
        var changes = left.Tree is { } tree ? session.Sources.Repository.Changes(session.Hunt.HeadCommit, tree, session.Tools.Cancellation) : [];
        var refusal = left.Objection ?? (changes.IsEmpty ? null : session.Sources.Rules.Check(changes));
        return refusal is not null ? [.. rows, Leavings(CheckupState.Fault, $"every change would be refused for what the gate leaves: {refusal.Reason}")]
            : changes.IsEmpty ? rows
            : [.. rows, Leavings(CheckupState.Caution, $"the gate changes files, which every change would hold too: {UntrustedText.Names([.. changes.Select(change => change.Path)], ShownFiles)}")];
    }

    private static CheckupRow Leavings(CheckupState state, string found) =>
        new("files after the gate", state, found, "Add what it makes to .gitignore or build.keep; where it changes sources, run it and commit that.");

    private IEnumerable<CheckupRow> Commands(string subject, System.Collections.Immutable.ImmutableArray<Configuration.CommandLine> commands, out double seconds)
    {
        seconds = 0;
        if (commands.IsEmpty)
        {
            return [subject == "gate"
                ? new(subject, CheckupState.Caution, "none is configured: any change passes", "Name the commands that test the project in gate.")
                : CheckupRow.Good(subject, "none is configured")];
        }

        session.CandidateSlot.Checkout(session.Hunt.HeadCommit, session.Tools.Cancellation);
        var started = session.Tools.Clock.GetTimestamp();
        var failure = ProjectCommands.FirstFailure(session, session.CandidateSlot, commands, ChildKind.Gate);
        seconds = session.Tools.Clock.GetElapsedTime(started).TotalSeconds;
        return failure is null
            ? [CheckupRow.Good(subject, $"it passes on the unchanged tree in {Figures.Duration(seconds)}")]
            : [new(subject, CheckupState.Fault, Text.Failure(failure), Text.Remedy(failure, $"Make it pass at this commit, or correct {subject} in the configuration."))];
    }
}
