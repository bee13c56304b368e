using PerfHunt.Configuration;

namespace PerfHunt.Workloads;

/// <summary>Compares what two programs print and how they exit.</summary>
public sealed class BehaviourCheck(WorkloadRunner runner)
{
    // A workload that fails by chance once in ten, and was not found out before, looks changed three times in a row once in a thousand.
    private const int Confirmations = 2;

    /// <summary>
    /// Runs the candidate once. When it behaves as the baseline did, that is all; otherwise both are run again, since a workload
    /// may be flaky: only a candidate that differs each time from a baseline that never does has changed.
    /// </summary>
    /// <param name="workload">The workload.</param>
    /// <param name="baseline">The program that showed the expected behaviour.</param>
    /// <param name="candidate">The program with the change.</param>
    /// <param name="expected">What the baseline showed on this workload.</param>
    /// <param name="cancellation">Ends the runs.</param>
    public BehaviourFinding Compare(
        WorkloadConfig workload, ProgramUnderTest baseline, ProgramUnderTest candidate, Behaviour expected, CancellationToken cancellation = default)
    {
        var changed = runner.Run(workload, candidate, Side.Second, cancellation: cancellation);
        if (expected.IsShownBy(changed))
        {
            return new BehaviourFinding(workload.Name, BehaviourKind.Same, "");
        }

        var reference = changed;
        for (var i = 0; i < Confirmations; i++)
        {
            reference = runner.Run(workload, baseline, Side.First, cancellation: cancellation);
            if (!expected.IsShownBy(reference))
            {
                return new BehaviourFinding(workload.Name, BehaviourKind.Unsteady, "the baseline itself does not behave as it did before");
            }

            changed = runner.Run(workload, candidate, Side.Second, cancellation: cancellation);
            if (expected.IsShownBy(changed))
            {
                return new BehaviourFinding(workload.Name, BehaviourKind.Unsteady, "the candidate behaves differently from run to run");
            }
        }

        return new BehaviourFinding(workload.Name, BehaviourKind.Changed, Difference(reference, changed) ?? "it differs");
    }

    /// <summary>What is different between two runs, as half a sentence; null when nothing is. The outputs of both must still be there.</summary>
    public string? Difference(WorkloadRun before, WorkloadRun now) =>
        now.Failure
        ?? before.Failure
        ?? (before.ExitCode != now.ExitCode
            ? FormattableString.Invariant($"the exit code was {before.ExitCode} and is {now.ExitCode}")
            : string.Equals(before.OutputHash, now.OutputHash, StringComparison.Ordinal)
                ? null
                : runner.Canonicalizer.FirstDifference(before, now));
}
