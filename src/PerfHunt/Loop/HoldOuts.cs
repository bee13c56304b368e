using PerfHunt.Reporting;
using PerfHunt.State;
using PerfHunt.Verification.Statistics;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>
/// The workloads with unseen seeds. They are named nowhere but here: not in the state file, the dossier or the reports. Only a gain
/// is measured on them, so that they cost nothing where nothing would be committed.
/// </summary>
public static class HoldOuts
{
    // All of them would cost as much as the verdict itself; one alone might be the one that a change does nothing for.
    private const int MostWorkloads = 2;

    /// <summary>The unseen counterparts of the workloads that take part; none where workloads are fixed commands.</summary>
    public static Suite SuiteOf(HuntSession session) => new(
        session.Place.Workspace.HoldOuts(session.State.SuiteGeneration), HoldOut.For(SuiteStep.TakingPart(session), session.Hunt.RandomSeed));

    /// <summary>Makes those that are missing.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="tree">A slot of the baseline, mounted.</param>
    public static void Generate(HuntSession session, string tree) => new SuiteGenerator(session.Tools.Processes, session.Place.Config)
        .Generate(SuiteOf(session), tree, cancellation: session.Tools.Cancellation);

    /// <summary>Measures a gain on those whose known counterparts gained most: there a change that knows its inputs would show.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="gain">What the suite showed.</param>
    /// <param name="baseline">The side that is compared with.</param>
    /// <param name="candidate">The side that is judged.</param>
    /// <param name="label">What is measured.</param>
    /// <returns>What they say, or how the candidate behaves otherwise on one of them; neither where there are none.</returns>
    public static (HoldOutVerdict? Verdict, BehaviourFinding? Finding) Measure(
        HuntSession session, Verdict gain, MeasuredSide baseline, MeasuredSide candidate, string label)
    {
        var (suite, seenPercent) = Counterparts(SuiteOf(session), gain);
        if (suite.Workloads.IsEmpty)
        {
            return (null, null);
        }

        EnsureMade(session, suite);
        var measurement = new Measurement(session, $"{label} unseen", baseline, candidate, suite);
        var rule = JudgingRule.For(session, measurement.Mode);
        var unfit = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 1; unfit.Count < suite.Workloads.Length; round++)
        {
            session.Say(FormattableString.Invariant($"Measuring the gain on workloads with unseen seeds, round {round}."));
            if (measurement.Round(round, unfit) is { } different)
            {
                if (measurement.Confirm(different) is { Kind: BehaviourKind.Changed } changed)
                {
                    return (null, changed);
                }

                // Nobody has seen whether these are steady; this one is not.
                unfit.Add(different.Workload);
                continue;
            }

            var look = HoldOutRule.Judge(rule.Judge([.. measurement.Pairs.Where(pair => !unfit.Contains(pair.Workload))]), seenPercent);
            if (look.Kind != HoldOutKind.Open || rule.IsCounted || round >= rule.Plan.MaxRounds)
            {
                return (look, null);
            }
        }

        return (null, null);
    }

    /// <summary>The code of the outcome that they lead to; null when the gain stands.</summary>
    public static string? Objection(HoldOutVerdict verdict) => verdict.Kind switch
    {
        HoldOutKind.KnownInputsOnly => Outcomes.KnownInputs,
        HoldOutKind.Slower => Outcomes.Slower,
        HoldOutKind.Open => Outcomes.Inconclusive,
        _ => null,
    };

    private static (Suite Suite, double SeenPercent) Counterparts(Suite all, Verdict gain)
    {
        var chosen = gain.Workloads.OrderBy(effect => effect.EffectPercent)
            .Select(effect => (Effect: effect, Unseen: all.Workloads.FirstOrDefault(one => one.Name == effect.Workload + HoldOut.Suffix)))
            .Where(pair => pair.Unseen is not null)
            .Take(MostWorkloads)
            .ToList();
        return (all with { Workloads = [.. chosen.Select(pair => pair.Unseen!)] }, Figures.MeanChange(chosen.Select(pair => pair.Effect.EffectPercent)));
    }

    // They are made with the suite; somebody may have cleared the workspace since.
    private static void EnsureMade(HuntSession session, Suite suite)
    {
        if (suite.Workloads.Any(workload => !Directory.Exists(suite.FolderOf(workload))))
        {
            using var tree = session.BaselineSlot.Mount();
            Generate(session, tree.Folder);
        }
    }
}
