using System.Collections.Immutable;

namespace PerfHunt.Configuration;

/// <summary>Who makes the change, and within which limits.</summary>
public sealed record InvestigatorConfig
{
    /// <summary>The kind that takes prepared patches from a folder.</summary>
    public const string PatchesKind = "patches";

    /// <summary>The kind that runs a program, such as a coding agent.</summary>
    public const string CommandKind = "command";

    /// <summary>The kind that waits for a person.</summary>
    public const string ManualKind = "manual";

    /// <summary>Standard input is the dossier, then closed.</summary>
    public const string PromptInput = "prompt";

    /// <summary>Standard input is empty.</summary>
    public const string EmptyInput = "empty";

    /// <summary>The program runs as it is.</summary>
    public const string NoSandbox = "none";

    /// <summary>The program runs in bubblewrap.</summary>
    public const string BubblewrapSandbox = "bwrap";

    // What the agents that docs/agents.md names print when they are not logged in, do not reach their service, or have used up their share.
    private static readonly ImmutableArray<string> UsualErrors =
    [
        "(?i)not logged in", "(?i)please (run|use) .{0,20}login", "(?i)invalid api key", "(?i)api key (is )?(missing|not set|not found)",
        "(?i)authentication_error", "(?i)unauthorized", "(?i)waiting for network", "(?i)connection (error|refused|failed)",
        "(?i)(could not|failed to|unable to) (connect|resolve|lookup)", @"\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED)\b",
    ];

    private static readonly ImmutableArray<string> UsualLimits =
        ["(?i)rate.?limit", "(?i)usage limit", "(?i)quota (is )?exceeded", "(?i)too many requests", "(?i)overloaded_error"];

    /// <summary>The kind: <see cref="PatchesKind"/>, <see cref="CommandKind"/> or <see cref="ManualKind"/>.</summary>
    public string Kind { get; init; } = PatchesKind;

    /// <summary>For <c>patches</c>: the folder with the prepared patches. Relative to the configuration file there, absolute once loaded.</summary>
    public string? Patches { get; init; }

    /// <summary>
    /// For <c>command</c>: the program with its arguments; null for none. Placeholders: <c>{dossier}</c> <c>{prompt}</c> <c>{tree}</c>
    /// <c>{hotspot}</c> <c>{ticket}</c> <c>{attempt}</c> <c>{result}</c>. A program that is named by a relative path lies beside the configuration file.
    /// </summary>
    public CommandLine? Command { get; init; }

    /// <summary>For <c>command</c>: what standard input holds, <see cref="PromptInput"/> or <see cref="EmptyInput"/>.</summary>
    public string Stdin { get; init; } = PromptInput;

    /// <summary>For <c>command</c>: true for a HOME of its own that is empty at every attempt, false for the user's.</summary>
    public bool CleanHome { get; init; }

    /// <summary>For <c>command</c>: names of variables that are passed on in addition to the usual ones, such as the one that holds the agent's key.</summary>
    public ImmutableArray<string> Environment { get; init; } = [];

    /// <summary>For <c>command</c>: the sandbox, <see cref="NoSandbox"/> or <see cref="BubblewrapSandbox"/>.</summary>
    public string Sandbox { get; init; } = NoSandbox;

    /// <summary>For <c>command</c> in a sandbox: true when it may use the network.</summary>
    public bool Network { get; init; }

    /// <summary>For <c>command</c> in a sandbox: further paths that it may read, absolute or below the user's home folder (<c>~/</c>), which is hidden otherwise.</summary>
    public ImmutableArray<string> Readable { get; init; } = [];

    /// <summary>For <c>command</c>: regular expressions; where nothing was changed and one of them is found in the output, the agent itself failed.</summary>
    public ImmutableArray<string> ErrorPatterns { get; init; } = UsualErrors;

    /// <summary>For <c>command</c>: regular expressions that tell, in the output of a failed or idle run, that the agent's quota is used up for now.</summary>
    public ImmutableArray<string> LimitPatterns { get; init; } = UsualLimits;

    /// <summary>For <c>command</c>: exit codes that say the same.</summary>
    public ImmutableArray<int> LimitExitCodes { get; init; } = [];

    /// <summary>For <c>command</c>: how long to wait before the first retry of a limited agent, seconds, above 0; each further wait is twice as long.</summary>
    public double LimitWaitSeconds { get; init; } = 30;

    /// <summary>For <c>command</c>: how long to wait for a limited agent in all, minutes, above 0. Two hours outlast most windows of a rate limit.</summary>
    public double LimitMinutes { get; init; } = 120;

    /// <summary>Time limit for one hotspot, minutes, above 0. The mission's limit is 15.</summary>
    public double Minutes { get; init; } = 15;

    /// <summary>How often the investigator is asked for one hotspot when its change was rejected, within the time limit; at least 1.</summary>
    public int Attempts { get; init; } = 3;
}
