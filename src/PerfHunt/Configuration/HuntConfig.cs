using System.Collections.Immutable;

namespace PerfHunt.Configuration;

/// <summary>Everything that a hunt must know of the repository it hunts in: the content of <c>perfhunt.json</c>. Commands are argument arrays.</summary>
public sealed record HuntConfig
{
    /// <summary>Short name of the project, for titles and folder names.</summary>
    public required string Name { get; init; }

    /// <summary>Commands of the preflight check, run in the repository's folder order; empty for none.</summary>
    public ImmutableArray<CommandLine> Check { get; init; } = [];

    /// <summary>How the measured program is built.</summary>
    public required BuildConfig Build { get; init; }

    /// <summary>Commands that must all succeed before a change may be committed (tests, lints). They may edit the tree.</summary>
    public ImmutableArray<CommandLine> Gate { get; init; } = [];

    /// <summary>How workloads are generated; null when all are fixed commands.</summary>
    public GeneratorConfig? Generator { get; init; }

    /// <summary>The benchmark suite.</summary>
    public required SuiteConfig Suite { get; init; }

    /// <summary>How a workload is run.</summary>
    public required RunConfig Run { get; init; }

    /// <summary>Which functions are ours, most specific prefix first.</summary>
    public ImmutableArray<OwnCode> OwnCode { get; init; } = [];

    /// <summary>Functions that are always skipped, in addition to the journal's section of that name.</summary>
    public ImmutableArray<string> NoiseFunctions { get; init; } = [];

    /// <summary>What a patch may touch.</summary>
    public PatchConfig Patch { get; init; } = new();

    /// <summary>Commands that show the program's inner stages, for the dossier.</summary>
    public ImmutableArray<CommandLine> Inspect { get; init; } = [];

    /// <summary>Who makes the change.</summary>
    public InvestigatorConfig Investigator { get; init; } = new();

    /// <summary>Bounds of the decisions.</summary>
    public ThresholdConfig Thresholds { get; init; } = new();

    /// <summary>How perf records.</summary>
    public PerfConfig Perf { get; init; } = new();

    /// <summary>The branch of the hunted repository that receives the commits.</summary>
    public string Branch { get; init; } = "perf-hunt";

    /// <summary>Where the tickets go.</summary>
    public TicketConfig Tickets { get; init; } = new();

    /// <summary>Where state and journal lie in the hunted repository.</summary>
    public PathConfig Paths { get; init; } = new();
}
