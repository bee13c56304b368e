using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.State;
using PerfHunt.Workloads;

namespace PerfHunt.Loop;

/// <summary>
/// Makes sure that workloads which are fixed commands read what they read when the hunt first saw them: figures of other inputs cannot
/// be compared. What is generated has its own hash (<see cref="SuiteGenerator"/>).
/// </summary>
public static class FixedInputs
{
    /// <summary>Looks at the files of some workloads; those that were never seen are remembered.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="workloads">The workloads that are about to be run.</param>
    /// <param name="trees">The checkouts that they run in.</param>
    /// <exception cref="HuntException">A file is missing, or holds something else than it did.</exception>
    public static void Require(HuntSession session, IEnumerable<WorkloadConfig> workloads, params IEnumerable<string> trees)
    {
        foreach (var (workload, tree) in from workload in workloads where !workload.Files.IsEmpty from tree in trees.Distinct() select (workload, tree))
        {
            var hash = FixedFiles.Hash(workload, tree);
            var known = session.State.BenchmarkSuite.Workloads.FirstOrDefault(one => one.Name == workload.Name);
            if ((workload.FilesHash ?? known?.ContentHash) is { } before && before != hash)
            {
                throw workload.FilesHash is null ? Changed(workload, tree) : NotAsWritten(workload, tree, hash!);
            }

            if (known is { ContentHash: null })
            {
                session.Save(session.State with { BenchmarkSuite = WithHash(session.State.BenchmarkSuite, known, hash) });
            }
        }
    }

    private static BenchmarkSuite WithHash(BenchmarkSuite suite, SuiteWorkload seen, string? hash) =>
        suite with { Workloads = suite.Workloads.Replace(seen, seen with { ContentHash = hash }) };

    private static HuntException NotAsWritten(WorkloadConfig workload, string tree, string hash) => new(
        ExitCode.BaselineInvalid,
        $"{string.Join(" or ", workload.Files)}, which the workload {workload.Name} reads, does not hold what its filesHash in the configuration says",
        $"Bring the right content back; if it was changed on purpose, write \"filesHash\": \"{hash}\".",
        tree);

    private static HuntException Changed(WorkloadConfig workload, string tree) => new(
        ExitCode.BaselineInvalid,
        $"{string.Join(" or ", workload.Files)}, which the workload {workload.Name} reads, does not hold what it held when the hunt first saw it",
        "Bring the old content back and start again, or begin anew with --target=Reset; what builds or tests must not write there.",
        tree);
}
