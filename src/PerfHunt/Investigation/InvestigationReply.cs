using System.Collections.Immutable;

namespace PerfHunt.Investigation;

/// <summary>How an investigation ended, as the investigator says. What counts is the tree that it left.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Name">A name of the change that later attempts can refer to (a patch's file name), or empty.</param>
/// <param name="Title">What was changed, one line fit for a commit subject, or empty.</param>
/// <param name="Explanation">Why, several lines, or what stood in the way.</param>
public sealed record InvestigationReply(InvestigationEnding Ending, string Name, string Title, string Explanation)
{
    /// <summary>How it ended if the tree turns out to be unchanged after <see cref="InvestigationEnding.Changed"/>.</summary>
    public InvestigationEnding WithoutChange { get; init; } = InvestigationEnding.NoIdea;

    /// <summary>Notes for the ticket, in order; untrusted text.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Patterns that the investigator learned, for the journal; untrusted text.</summary>
    public ImmutableArray<string> Patterns { get; init; } = [];

    /// <summary>Time spent waiting for an investigator that was limited; it does not count as its own.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>True when the investigator says that the code is cleaner for the change, faster or not.</summary>
    public bool IsCleaner { get; init; }
}
