using PerfHunt.Errors;
using PerfHunt.Loop.Preflight;
using PerfHunt.Processes;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Makes sure that a hunt can run here, and begins it: tells everything that is wrong at once.</summary>
public static class PreflightStep
{
    /// <summary>Checks; begins a hunt, or takes up the one that stands in the state file.</summary>
    /// <exception cref="HuntException">Something must be mended first.</exception>
    public static void Run(HuntSession session)
    {
        ProfileStep.RequireKnown(session);
        Directory.CreateDirectory(session.Place.Workspace.Root);
        Require(session, PreflightChecks.Findings(session));
        if (session.State.Hunt is null)
        {
            Begin(session);
        }

        TakeUp(session);
        if (!session.Hunt.CheckPassedOnStart)
        {
            CheckProject(session);
        }

        session.PassPreflight();
    }

    private static void Require(HuntSession session, IReadOnlyList<Finding> findings)
    {
        var packages = findings.SelectMany(finding => finding.Packages).Distinct(StringComparer.Ordinal).ToList();
        if (session.Options.InstallPrerequisites && packages.Count > 0)
        {
            DebianPackages.Install(packages, session.Tools.Processes, session.Say, session.Tools.Cancellation);
            findings = PreflightChecks.Findings(session);
        }

        if (findings.Count > 0)
        {
            var list = string.Concat(findings.Select(finding => $"\n  - {finding}"));
            throw new HuntException(ExitCode.Precondition, $"The hunt cannot start:{list}\n", "Mend this, then start again.");
        }
    }

    private static void Begin(HuntSession session)
    {
        var head = session.User.Head!;
        var branch = UnusedBranch(session, head);
        session.Save(session.State.WithHunt(hunt => hunt with
        {
            StartedAt = Text.UtcLabel(session.Tools.Clock),
            RandomSeed = session.Options.RandomSeed ?? HuntOptions.DefaultSeed,
            Metric = session.Options.Metric ?? "",
            StartCommit = head,
            StartBranch = session.User.Branch ?? "",
            HeadCommit = head,
            Branch = session.Place.Config.Branch,
            BranchCommit = branch,
        }) with { MaxIterations = session.Options.Iterations ?? session.State.MaxIterations });
        var cautions = session.User.Findings.Where(finding => !finding.Blocks).Select(finding => new Finding(finding.What, finding.Remedy));
        foreach (var caution in cautions.Concat(PreflightChecks.Cautions(session)))
        {
            session.Say($"Note: {caution}");
        }

        session.Say($"A new hunt begins at {Text.Short(head)} of {session.Place.Repository}.");
    }

    // A branch of that name may be left from an earlier hunt; it is taken over only where nothing on it would be lost.
    private static string? UnusedBranch(HuntSession session, string head)
    {
        var name = session.Place.Config.Branch;
        var branch = HuntSources.BranchOf(session.Place, session.Tools, session.User);
        var tip = branch.Read(session.Tools.Cancellation);
        if (session.User.Branch == name)
        {
            throw new HuntException(
                ExitCode.Precondition, $"The branch '{name}', which is to receive the hunt's commits, is checked out", "Check another branch out, or name another `branch` in the configuration.", session.Place.Repository);
        }

        return tip is null || branch.IsContained(tip, head, session.Tools.Cancellation)
            ? tip
            : throw new HuntException(
                ExitCode.Precondition,
                $"The branch '{name}' holds commits of an earlier hunt that are not in HEAD",
                $"Merge it, or rename it (`git branch -m {name} NEW-NAME`), or name another `branch` in the configuration.",
                session.Place.Repository);
    }

    // More iterations than before reopen a hunt that had used up its own.
    private static void TakeUp(HuntSession session)
    {
        RequireSameHunt(session);
        TakeUpBranch(session);
        var state = WithoutWorkspace(session) with { MaxIterations = session.Options.Iterations ?? session.State.MaxIterations };
        var reopened = session.Options.Iterations is not null && Ending.IsReached(state) && Ending.WasByIterations(state) && state.Iteration < state.MaxIterations;
        session.Save(reopened
            ? state.In(Phase.Baselined).WithHunt(hunt => hunt with { FinishReason = "", Closing = null }) with { Iteration = state.Iteration + 1 }
            : state);
        if (session.State.Phase == Phase.Finished)
        {
            session.Say($"This hunt is over, because {session.Hunt.FinishReason}. {Ending.WhatNext(session.State)}");
        }
        else if (session.State.Phase != Phase.Uninitialized)
        {
            session.Say($"The hunt goes on in phase {session.State.Phase}, iteration {session.State.Iteration}.");
        }
    }

    // Another name in the configuration, after the user took the first branch for something else: the next commit brings all of them there.
    private static void TakeUpBranch(HuntSession session)
    {
        var name = session.Place.Config.Branch;
        if (session.Hunt.Branch != name)
        {
            var tip = session.Hunt.Branch.Length == 0 ? session.Hunt.BranchCommit : UnusedBranch(session, session.Hunt.HeadCommit);
            session.Save(session.State.WithHunt(hunt => hunt with { Branch = name, BranchCommit = tip }));
        }
    }

    // A hunt's suite and seed are fixed when it begins: another one would make its figures incomparable.
    private static void RequireSameHunt(HuntSession session)
    {
        if (session.Options.RandomSeed is { } seed && seed != session.Hunt.RandomSeed)
        {
            throw Fixed(FormattableString.Invariant($"This hunt has the random seed {session.Hunt.RandomSeed}, and --seed={seed} was given"));
        }

        if (session.Options.Metric is { } metric && metric != JudgingRule.MetricOf(session))
        {
            throw Fixed($"This hunt compares {JudgingRule.MetricOf(session)}, and --metric={metric} was given");
        }

        if (session.Options.Mode is { } mode && session.Hunt.MeasuringMode.Length > 0 && mode != session.Hunt.MeasuringMode)
        {
            throw Fixed($"This hunt measures by {session.Hunt.MeasuringMode}, and --mode={mode} was given");
        }

        var suite = session.State.BenchmarkSuite.Workloads;
        if (session.Options.Workloads.Length > 0 && suite.Length > 0 && session.State.SuiteGeneration == 1
            && !session.Options.Workloads.Select(w => w.Spec).SequenceEqual(SuiteStep.SuiteOf(session).Workloads.Select(w => w.Spec), StringComparer.Ordinal))
        {
            throw Fixed($"This hunt has the suite {string.Join(", ", SuiteStep.SuiteOf(session).Workloads.Select(w => w.Spec))}, and other --specs were given");
        }
    }

    private static HuntException Fixed(string what) =>
        new(ExitCode.Usage, what, "Leave the argument out to go on with this hunt, or begin a new one with --target=Reset first.");

    // Recordings, patches and measured trees lie in the workspace; what the commits have reached does not.
    private static HuntState WithoutWorkspace(HuntSession session)
    {
        var state = session.State;
        if (state.Phase is Phase.Uninitialized or Phase.Baselined || Ending.IsReached(state) || Directory.Exists(session.Place.Workspace.Layout.Store))
        {
            return state;
        }

        session.Say("The workspace is gone: this iteration begins anew.");
        return state.In(Phase.Baselined) with { CurrentHotspot = null };
    }

    private static void CheckProject(HuntSession session)
    {
        session.Say("Running the project's own check.");
        session.BaselineSlot.Checkout(session.Hunt.HeadCommit, session.Tools.Cancellation);
        var failure = ProjectCommands.FirstFailure(session, session.BaselineSlot, session.Place.Config.Check, ChildKind.Gate);
        if (failure is not null)
        {
            throw new CommandFailedException(failure, ExitCode.BaselineInvalid, "The project's own check must pass before a hunt: mend it, or correct check in the configuration.");
        }

        session.Save(session.State.WithHunt(hunt => hunt with { CheckPassedOnStart = true }));
    }
}
