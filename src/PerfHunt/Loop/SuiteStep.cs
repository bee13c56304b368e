using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.State;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>Generates the workloads of the current generation that are missing or damaged.</summary>
public static class SuiteStep
{
    /// <summary>True when the suite of this generation is not complete.</summary>
    public static bool IsDue(HuntSession session) =>
        !Ending.IsReached(session.State)
        && (session.State.BenchmarkSuite.Workloads.IsEmpty
            || SuiteOf(session) is var suite && suite.Workloads.Any(workload => workload.IsGenerated && !Directory.Exists(suite.FolderOf(workload))));

    /// <summary>Generates.</summary>
    public static void Run(HuntSession session)
    {
        var suite = SuiteOf(session);
        session.Say(string.Create(CultureInfo.InvariantCulture, $"Generating the suite, generation {session.State.SuiteGeneration}: {string.Join(", ", suite.Workloads.Select(w => w.Spec))}."));
        var generator = new SuiteGenerator(session.Tools.Processes, session.Place.Config);
        using var tree = session.BaselineSlot.Mount();
        var made = generator.Generate(suite, tree.Folder, cancellation: session.Tools.Cancellation);
        if (made.FirstOrDefault(one => one.State == GenerationState.Different) is { } changed)
        {
            throw new HuntException(
                ExitCode.Tampering,
                $"The generator no longer makes the same workload {changed.Workload.Name}",
                "The generator must stay as it is during a hunt; find out what changed it, then begin anew with --target=Reset.",
                changed.Folder);
        }

        session.Save(session.State with { BenchmarkSuite = Recorded(session.State.BenchmarkSuite, suite, made) });
        HoldOuts.Generate(session, tree.Folder);
    }

    /// <summary>The suite of the current generation.</summary>
    public static Suite SuiteOf(HuntSession session) =>
        new(session.Place.Workspace.Suite(session.State.SuiteGeneration), WorkloadsOf(session));

    /// <summary>The workloads that take part in profiling and measuring.</summary>
    public static ImmutableArray<WorkloadConfig> TakingPart(HuntSession session)
    {
        var leftOut = session.State.BenchmarkSuite.Workloads.Where(w => w.LeftOutBecause is not null).Select(w => w.Name).ToHashSet(StringComparer.Ordinal);
        return [.. WorkloadsOf(session).Where(workload => !leftOut.Contains(workload.Name))];
    }

    // Once a suite is generated it is fixed: what the state file names is what is run.
    private static ImmutableArray<WorkloadConfig> WorkloadsOf(HuntSession session)
    {
        var configured = Configured(session);
        var known = session.State.BenchmarkSuite.Workloads;
        return known.IsEmpty
            ? configured
            : [.. known.Select(w => configured.FirstOrDefault(c => c.Name == w.Name && !c.IsGenerated) ?? ToConfig(w))];
    }

    private static ImmutableArray<WorkloadConfig> Configured(HuntSession session)
    {
        var config = session.Place.Config.Suite;
        var first = session.Options.Workloads.IsEmpty ? config : config with { Workloads = session.Options.Workloads, Evolved = [] };
        return session.State.SuiteGeneration == 1 ? first.Workloads : SuiteEvolution.Grow(first);
    }

    private static BenchmarkSuite Recorded(BenchmarkSuite before, Suite suite, ImmutableArray<GeneratedWorkload> made) => before with
    {
        BaseDir = suite.BaseFolder,
        Workloads = [.. made.Select(one => ToRecord(one, before.Workloads.FirstOrDefault(w => w.Name == one.Workload.Name)))],
    };

    private static SuiteWorkload ToRecord(GeneratedWorkload one, SuiteWorkload? before) => (before ?? new SuiteWorkload()) with
    {
        Name = one.Workload.Name,
        Seed = one.Workload.Seed,
        Profile = one.Workload.Profile,
        Dir = one.Folder,
        Layers = one.Workload.Layers,
        ModulesPerLayer = one.Workload.ModulesPerLayer,
        ContentHash = one.ContentHash ?? before?.ContentHash,
    };

    private static WorkloadConfig ToConfig(SuiteWorkload workload) => new()
    {
        Name = workload.Name,
        Seed = workload.Seed,
        Profile = workload.Profile,
        Layers = workload.Layers,
        ModulesPerLayer = workload.ModulesPerLayer,
    };
}
