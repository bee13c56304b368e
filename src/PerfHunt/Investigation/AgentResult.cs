using System.Collections.Immutable;

namespace PerfHunt.Investigation;

/// <summary>What an agent, or a person, says about an attempt. All of it is optional and none of it is believed: the tree counts.</summary>
public sealed record AgentResult
{
    /// <summary>The outcome of one that gives up.</summary>
    public const string NoIdea = "no-idea";

    /// <summary><c>changed</c>, <see cref="NoIdea"/>, or empty.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>What was changed, one line.</summary>
    public string Title { get; init; } = "";

    /// <summary>Why, several lines.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What stood in the way.</summary>
    public string Blocker { get; init; } = "";

    /// <summary>Notes for the ticket.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Patterns learned, for the journal.</summary>
    public ImmutableArray<string> Patterns { get; init; } = [];

    /// <summary>True when the code is said to be cleaner for it, faster or not.</summary>
    public bool IsCleaner { get; init; }

    /// <summary>Where to look next.</summary>
    public ImmutableArray<string> Leads { get; init; } = [];

    /// <summary>Summary, blocker and leads as one text.</summary>
    public string Explanation => string.Join('\n', new[]
    {
        Summary,
        Blocker.Length > 0 ? $"Blocker: {Blocker}" : "",
        Leads.IsEmpty ? "" : $"Leads: {string.Join("; ", Leads)}",
    }.Where(part => part.Length > 0));
}
