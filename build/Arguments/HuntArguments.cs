using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Hotspots;
using PerfHunt.Loop;
using PerfHunt.Profiling.Exports;

namespace PerfHunt.Build.Arguments;

/// <summary>Our own arguments with their types. See <see cref="ArgumentTable"/> for what each means.</summary>
public sealed record HuntArguments
{
    /// <summary>What <c>--promise</c> promises when it names no text.</summary>
    public const string DefaultPromise = "PERF_HUNT_DONE";

    /// <summary>The targets named; empty when none was.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>True when the target runs alone, without what it depends on.</summary>
    public bool Exclusive { get; init; }

    /// <summary>True when the tasks are only named: nothing may be looked at, let alone changed.</summary>
    public bool DryRun { get; init; }

    /// <summary>What is wanted of the hunt itself.</summary>
    public HuntOptions Hunt { get; init; } = new();

    /// <summary>The repository's folder as written, or null for the shipped sample.</summary>
    public string? Repository { get; init; }

    /// <summary>The configuration's file as written, or null for the usual one.</summary>
    public string? Config { get; init; }

    /// <summary>The workspace's folder as written, or null for the usual one.</summary>
    public string? Workspace { get; init; }

    /// <summary>Names of workloads; empty for all.</summary>
    public ImmutableArray<string> Workloads { get; init; } = [];

    /// <summary>Recordings to look at; empty for the hunt's own.</summary>
    public ImmutableArray<string> Recordings { get; init; } = [];

    /// <summary>The earlier recording of a comparison, or null for the hunt's own.</summary>
    public string? Before { get; init; }

    /// <summary>The later recording of a comparison, or null for the hunt's own.</summary>
    public string? After { get; init; }

    /// <summary>Where a page or an export goes, or null for the usual place.</summary>
    public string? Output { get; init; }

    /// <summary>The form of an export.</summary>
    public ExportFormat ExportFormat { get; init; } = ExportFormat.Speedscope;

    /// <summary>The revision to compare with, or null.</summary>
    public string? Base { get; init; }

    /// <summary>The revision to judge, or null for HEAD.</summary>
    public string? With { get; init; }

    /// <summary>The function to explain or to annotate, or null.</summary>
    public string? Symbol { get; init; }

    /// <summary>True when the result goes to stdout as JSON, and nothing else does.</summary>
    public bool JsonFormat { get; init; }

    /// <summary>The text of the completion promise, or null for no promise.</summary>
    public string? Promise { get; init; }

    /// <summary>True to answer every question with yes.</summary>
    public bool Yes { get; init; }

    /// <summary>A filter for <c>--target=Test</c>, or null for every test.</summary>
    public string? TestFilter { get; init; }

    /// <summary>Reads a command line that <see cref="ArgumentCheck"/> found right.</summary>
    /// <exception cref="HuntException">A workload spec is wrong.</exception>
    public static HuntArguments From(CommandLine line) => new()
    {
        Targets = [.. line.Options.Where(option => option.Key is "target" or "t").Select(option => option.Value!)],
        Exclusive = line.Has("exclusive") || line.Has("e"),
        DryRun = CakeSwitches.DryRun.Any(line.Has),
        Hunt = HuntOf(line),
        Repository = line.Value(ArgumentTable.Repository.Name),
        Config = line.Value(ArgumentTable.Config.Name),
        Workspace = line.Value(ArgumentTable.Workspace.Name),
        Workloads = List(line, ArgumentTable.Workloads),
        Base = line.Value(ArgumentTable.Base.Name),
        With = line.Value(ArgumentTable.With.Name),
        Symbol = line.Value(ArgumentTable.Symbol.Name),
        Recordings = [.. line.Options.Where(option => option.Key == ArgumentTable.Recording.Name).Select(option => option.Value!)],
        Before = line.Value(ArgumentTable.Before.Name),
        After = line.Value(ArgumentTable.After.Name),
        Output = line.Value(ArgumentTable.Output.Name),
        ExportFormat = Enum.Parse<ExportFormat>(line.Value(ArgumentTable.ExportFormat.Name) ?? nameof(ExportFormat.Speedscope), ignoreCase: true),
        JsonFormat = line.Value(ArgumentTable.Format.Name) == "json",
        Promise = Flag(line, ArgumentTable.Promise) ? PromiseText(line) : null,
        Yes = Flag(line, ArgumentTable.Yes),
        TestFilter = line.Value(ArgumentTable.TestFilter.Name),
    };

    private static HuntOptions HuntOf(CommandLine line) => new()
    {
        Iterations = (int?)Number(line, ArgumentTable.Iterations),
        RandomSeed = Number(line, ArgumentTable.Seed),
        Workloads = Specs(line),
        TimeLimit = Minutes(line, ArgumentTable.TimeLimit),
        AgentTimeLimit = Minutes(line, ArgumentTable.MaxAgentMinutes),
        Attempts = (int?)Number(line, ArgumentTable.Attempts) ?? 1,
        Parallel = (int?)Number(line, ArgumentTable.Parallel) ?? Environment.ProcessorCount,
        Sandbox = line.Value(ArgumentTable.Sandbox.Name),
        Metric = line.Value(ArgumentTable.Metric.Name),
        Mode = line.Value(ArgumentTable.Mode.Name),
        LeaveOneOut = Flag(line, ArgumentTable.LeaveOneOut),
        HistoryFile = line.Value(ArgumentTable.History.Name) is { } history ? Path.GetFullPath(history) : null,
        RankBy = line.Value(ArgumentTable.RankBy.Name) is { } rank ? Enum.Parse<RankBy>(rank, ignoreCase: true) : null,
        Force = Flag(line, ArgumentTable.Force),
        InstallPrerequisites = Flag(line, ArgumentTable.InstallPrerequisites),
    };

    private static ImmutableArray<WorkloadConfig> Specs(CommandLine line)
    {
        ImmutableArray<WorkloadConfig> specs = [.. List(line, ArgumentTable.Specs).Select(spec => WorkloadSpec.Parse(spec, "--specs").OrThrow(ExitCode.Usage, "Correct --specs."))];
        return specs.GroupBy(spec => spec.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new HuntException(ExitCode.Usage, $"Two workloads of --specs are called '{twice.Key}'", "Give each a name of its own.")
            : specs;
    }

    private static TimeSpan? Minutes(CommandLine line, Argument argument) => Number(line, argument) is { } minutes ? TimeSpan.FromMinutes(minutes) : null;

    private static long? Number(CommandLine line, Argument argument) =>
        line.Value(argument.Name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    private static bool Flag(CommandLine line, Argument argument) => line.Has(argument.Name) && line.Value(argument.Name) != "false";

    private static ImmutableArray<string> List(CommandLine line, Argument argument) =>
        [.. line.Options
            .Where(option => option.Key == argument.Name)
            .SelectMany(option => option.Value!.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))];

    private static string PromiseText(CommandLine line) =>
        line.Value(ArgumentTable.Promise.Name) is { Length: > 0 } text ? text : DefaultPromise;
}
