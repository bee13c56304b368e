using PerfHunt.Investigation;
using PerfHunt.SourceControl;

namespace PerfHunt.Loop;

/// <summary>Has a patch looked through for known cheats, and tells the ticket what was found.</summary>
public static class PatchScreen
{
    /// <summary>The most serious objection to a patch, or null.</summary>
    /// <param name="session">The hunt.</param>
    /// <param name="patchFile">The patch.</param>
    public static Refusal? Objection(HuntSession session, string patchFile)
    {
        var workloads = session.State.BenchmarkSuite.Workloads.Select(workload => workload.Name).ToList();
        var findings = PatchLint.Check(File.ReadAllText(patchFile), workloads, session.Place.Config.Patch.Tolerate);
        foreach (var finding in findings)
        {
            TicketLog.Note(session, $"Lint ({finding.Code}, {(finding.IsRefused ? "refused" : "shown only")}): {finding}");
        }

        return findings.FirstOrDefault(finding => finding.IsRefused) is { } refused ? new(refused.Code, $"{refused}.") : null;
    }

    /// <summary>The same for what the gate left: it may edit the tree.</summary>
    public static Refusal? ObjectionAfterGate(HuntSession session, int attempt, string tree)
    {
        var file = Path.Combine(session.Place.Workspace.Attempt(session.State.Iteration, attempt), "after-gate.patch");
        var repository = session.Sources.Repository;
        repository.WritePatch(repository.TreeOf(session.Hunt.HeadCommit, session.Tools.Cancellation), tree, file, session.Tools.Cancellation);
        return Objection(session, file);
    }
}
