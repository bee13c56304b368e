using System.Collections.Immutable;
using PerfHunt.Hotspots;

namespace PerfHunt.Investigation;

/// <summary>Everything that a dossier tells. Texts from outside are passed in raw and made harmless when rendered.</summary>
public sealed record DossierFacts
{
    /// <summary>The hotspot with its shares.</summary>
    public required Candidate Hotspot { get; init; }

    /// <summary>The ticket that is the running log.</summary>
    public required string TicketId { get; init; }

    /// <summary>One-based iteration of the hunt.</summary>
    public required int Iteration { get; init; }

    /// <summary>Time limit, minutes.</summary>
    public required double Minutes { get; init; }

    /// <summary>How many others work on the same function at the same time.</summary>
    public int Rivals { get; init; }

    /// <summary>How many files a change may touch.</summary>
    public required int MaxFiles { get; init; }

    /// <summary>Globs of paths that may change; empty when all that is not protected may.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>Globs of paths that must not change.</summary>
    public ImmutableArray<string> Protect { get; init; } = [];

    /// <summary>Functions that call the hotspot, with the share of its samples that came through each, percent.</summary>
    public ImmutableArray<(string Function, double Percent)> Callers { get; init; } = [];

    /// <summary>Functions that the hotspot calls, with the share of the samples under it, percent.</summary>
    public ImmutableArray<(string Function, double Percent)> Callees { get; init; } = [];

    /// <summary>The function of ours that was inlined into the hotspot and makes most of its cost, with its share of the hotspot's samples, percent; null when there is none.</summary>
    public (string Function, double Percent)? InlinedPart { get; init; }

    /// <summary>Where in the hotspot its time goes; null when that is not known.</summary>
    public HotspotDetail? Detail { get; init; }

    /// <summary>The function's source; null when debug information does not say where it lies.</summary>
    public SourceExcerpt? Source { get; init; }

    /// <summary>Commands a person would type, to record, annotate and inspect.</summary>
    public ImmutableArray<string> Reproduce { get; init; } = [];

    /// <summary>What the journal has to say.</summary>
    public string Lessons { get; init; } = "";

    /// <summary>Ideas that were tried in this hunt at other functions and rejected, with their measured effect, one line each.</summary>
    public ImmutableArray<string> RejectedElsewhere { get; init; } = [];

    /// <summary>Where whoever makes the change may say what was done; null when nobody reads it.</summary>
    public string? ResultFile { get; init; }

    /// <summary>Earlier attempts at this hotspot and what became of each, one line each.</summary>
    public ImmutableArray<string> EarlierAttempts { get; init; } = [];
}
