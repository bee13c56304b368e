using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.Profiling.Elf;
using PerfHunt.SourceControl;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>
/// Builds the baseline. At the start of a hunt the same commit is built in both slots and the gate is run on it once, so that
/// a gate that fails without any change, and a build that cannot be repeated, are found before they are blamed on a patch.
/// </summary>
public static class BuildStep
{
    /// <summary>True when the baseline's program is not there, or the start was not yet proven.</summary>
    public static bool IsDue(HuntSession session) =>
        session.State.Phase == Phase.Uninitialized || !IsBuilt(session, session.BaselineSlot);

    /// <summary>Builds what is missing.</summary>
    /// <exception cref="CommandFailedException">The baseline does not build, or its gate fails.</exception>
    public static void Run(HuntSession session)
    {
        EnsureBuilt(session, session.BaselineSlot);
        if (!session.Hunt.GatePassedOnStart)
        {
            ProveStart(session);
        }

        if (session.State.Phase == Phase.Uninitialized)
        {
            session.Save(session.State.In(Phase.Baselined));
        }
    }

    /// <summary>Builds the tree that lies in a slot.</summary>
    /// <returns>The program's record, or the failed command; neither when the commands succeeded and made no program.</returns>
    public static (BuildRecord? Build, ProcessOutcome? Failure) Build(HuntSession session, Slot slot, string commit)
    {
        // What an earlier build left must not pass for what this one makes.
        var binary = Path.Combine(slot.Folder, session.Place.Config.Build.Binary);
        if (File.Exists(binary))
        {
            File.Delete(binary);
        }

        var failure = ProjectCommands.FirstFailure(session, slot, session.Place.Config.Build.Commands, ChildKind.Build);
        if (failure is not null)
        {
            return (null, failure);
        }

        return (File.Exists(binary) ? new BuildRecord(commit, ProgramHash.Of(binary, slot.Folder), BuildIdOf(binary)) : null, null);
    }

    private static bool IsBuilt(HuntSession session, Slot slot) =>
        session.Hunt.Builds.TryGetValue(slot.Name, out var build)
        && build.Commit == session.Hunt.HeadCommit
        && File.Exists(Path.Combine(slot.Folder, session.Place.Config.Build.Binary));

    /// <summary>Brings the baseline commit into a slot and builds it there, unless that was done.</summary>
    public static void EnsureBuilt(HuntSession session, Slot slot)
    {
        if (IsBuilt(session, slot))
        {
            return;
        }

        session.Say($"Building the baseline {Text.Short(session.Hunt.HeadCommit)} in slot {slot.Name}.");
        slot.Checkout(session.Hunt.HeadCommit, session.Tools.Cancellation);
        var (build, failure) = Build(session, slot, session.Hunt.HeadCommit);
        if (build is null)
        {
            throw NotBuilt(session, failure, Text.Remedy(failure, "Make the project build at this commit, or correct build.commands in the configuration."));
        }

        if (OwnLibraries.Lost(Path.Combine(slot.Folder, session.Place.Config.Build.Binary), slot.Folder, session.Place.Workspace.Layout.Mount) is [var lost, ..])
        {
            throw new HuntException(
                ExitCode.BaselineInvalid,
                "The program looks for a library of its own by the absolute path at which it was built, where nothing lies when it runs: it would not start, or run with the system's",
                "Make the path relative (with CMake -DCMAKE_BUILD_RPATH_USE_ORIGIN=ON, as the preset has it, else -Wl,-rpath,'$ORIGIN'), or set build.inPlace to true in the configuration.",
                Path.GetRelativePath(slot.Folder, lost));
        }

        session.Save(session.State.WithHunt(hunt => hunt with { Builds = hunt.Builds.SetItem(slot.Name, build) }));
    }

    /// <summary>Why a commit that must build did not.</summary>
    public static HuntException NotBuilt(HuntSession session, ProcessOutcome? failure, string remedy) => failure is not null
        ? new CommandFailedException(failure, ExitCode.BaselineInvalid, remedy)
        : new HuntException(ExitCode.BaselineInvalid, "The build succeeded but made no program", "Correct build.binary in the configuration.", session.Place.Config.Build.Binary);

    /// <summary>
    /// Forgets what was built in a slot, before its tree changes: whatever ends the examination of a change, also a kill, its program
    /// is never taken for the one that was recorded.
    /// </summary>
    public static void Forget(HuntSession session, Slot slot)
    {
        if (session.Hunt.Builds.ContainsKey(slot.Name))
        {
            session.Save(session.State.WithHunt(hunt => hunt with { Builds = hunt.Builds.Remove(slot.Name) }));
        }
    }

    /// <summary>Brings a commit or tree into a slot and builds it there, whatever the slot held.</summary>
    /// <returns>As <see cref="Build"/>; the record is in the state when there is one.</returns>
    public static (BuildRecord? Build, ProcessOutcome? Failure) BuildInto(HuntSession session, Slot slot, string commitOrTree)
    {
        Forget(session, slot);
        slot.Checkout(commitOrTree, session.Tools.Cancellation);
        var (build, failure) = Build(session, slot, commitOrTree);
        if (build is not null)
        {
            session.Save(session.State.WithHunt(hunt => hunt with { Builds = hunt.Builds.SetItem(slot.Name, build) }));
        }

        return (build, failure);
    }

    private static void ProveStart(HuntSession session)
    {
        var slot = session.CandidateSlot;
        EnsureBuilt(session, slot);
        if (session.Hunt.Builds[slot.Name].BinaryHash != session.Hunt.Builds[session.BaselineSlot.Name].BinaryHash)
        {
            session.Say("Note: two builds of the same sources differ; a change without effect can then not be told by its program.");
        }

        session.Say("Running the gate on the unchanged tree.");
        var failure = ProjectCommands.FirstFailure(session, slot, session.Place.Config.Gate, ChildKind.Gate);
        if (failure is not null)
        {
            throw new CommandFailedException(failure, ExitCode.BaselineInvalid, "The gate must pass before any change: mend it, or correct gate in the configuration.");
        }

        session.Save(session.State.WithHunt(hunt => hunt with { GatePassedOnStart = true }));
    }

    private static string BuildIdOf(string file)
    {
        using var elf = ElfFile.TryOpen(file);
        return elf is null ? "" : ElfNotes.BuildId(elf) ?? "";
    }
}
