using PerfHunt.Processes;

namespace PerfHunt.Investigation;

/// <summary>Takes the change from a queue of prepared patches, so that a hunt is real with no model at hand.</summary>
public sealed class PreparedPatchInvestigator(PreparedPatches queue, IProcessRunner runner) : IInvestigator
{
    private const int ShownHotspots = 5;

    /// <inheritdoc/>
    public InvestigationReply Investigate(InvestigationRequest request, CancellationToken cancellation)
    {
        var patch = queue.Next(request.Function, request.TriedPatches, request.CommittedPatches);
        if (patch is null)
        {
            // A name that differs in the parameters alone is what most often keeps a patch from its function.
            string[] left = [.. queue.HotspotsLeft(request.TriedPatches)];
            return new(
                InvestigationEnding.NoIdea, "", "",
                $"No (further) patch was prepared for this function{(left.Length > 0 ? $"; those left are for: {string.Join("; ", left.Take(ShownHotspots))}" : "")}.");
        }

        var file = Path.Combine(Path.GetDirectoryName(request.DossierPath)!, patch.Name);
        File.WriteAllText(file, patch.Diff);
        var outcome = runner.Run(ApplyCommand(request, file), cancellation);
        return outcome switch
        {
            { TimedOut: true } => new(InvestigationEnding.TimeLimit, patch.Name, patch.Title, "Applying the patch ran into the time limit."),
            { Succeeded: true } => new(InvestigationEnding.Changed, patch.Name, patch.Title, patch.Explanation)
            {
                WithoutChange = InvestigationEnding.DoesNotApply,
                IsCleaner = patch.IsCleaner,
            },
            _ => new(
                InvestigationEnding.DoesNotApply,
                patch.Name,
                patch.Title,
                $"The patch does not apply to this tree: {Complaint(outcome.StandardError)}"),
        };
    }

    // git also names every file that went well.
    private static string Complaint(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join("; ", lines.Where(line => !line.EndsWith(" cleanly.", StringComparison.Ordinal)));
    }

    private static Command ApplyCommand(InvestigationRequest request, string file) =>
        Command.Of("git", "apply", "--3way", "--whitespace=nowarn", file) with
        {
            Kind = ChildKind.Investigator,
            WorkingDirectory = request.Tree,
            TimeLimit = request.TimeLimit,
        };
}
