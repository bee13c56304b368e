namespace PerfHunt.Investigation;

/// <summary>Whoever makes the change: a queue of patches, a person, a coding agent.</summary>
public interface IInvestigator
{
    /// <summary>Tries to make the hotspot faster by changing the files of the clone.</summary>
    InvestigationReply Investigate(InvestigationRequest request, CancellationToken cancellation);
}
