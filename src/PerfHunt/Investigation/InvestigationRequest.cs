using System.Collections.Immutable;

namespace PerfHunt.Investigation;

/// <summary>What an investigator is given for one attempt.</summary>
/// <param name="Function">The hotspot.</param>
/// <param name="Tree">The disposable clone to change.</param>
/// <param name="DossierPath">The dossier, Markdown.</param>
/// <param name="TicketId">The running log.</param>
/// <param name="Attempt">One-based number of the attempt at this hotspot.</param>
/// <param name="TriedPatches">Names of changes that were tried before in this hunt.</param>
/// <param name="CommittedPatches">Names of changes that were committed in this hunt.</param>
/// <param name="TimeLimit">How long it may take.</param>
public sealed record InvestigationRequest(
    string Function,
    string Tree,
    string DossierPath,
    string TicketId,
    int Attempt,
    ImmutableHashSet<string> TriedPatches,
    ImmutableHashSet<string> CommittedPatches,
    TimeSpan TimeLimit)
{
    /// <summary>The attempt's folder, where the dossier lies.</summary>
    public AgentFolder Folder => new(Path.GetDirectoryName(Path.GetFullPath(DossierPath))!);
}
