namespace PerfHunt.Configuration;

/// <summary>Reads the sections of a configuration that stand for themselves. Defaults are those of the records.</summary>
internal static class ConfigSections
{
    /// <summary>How the measured program is built.</summary>
    public static BuildConfig Build(ConfigObject json)
    {
        var given = new BuildConfig { Commands = json.RequiredCommands("commands"), Binary = json.RequiredText("binary", ConfigRule.PathBelow) };
        return given with
        {
            Keep = json.Texts("keep", given.Keep, ConfigRule.PathBelow),
            Environment = json.Variables("environment", given.Environment),
            InPlace = json.Flag("inPlace", given.InPlace),
            TimeLimitMinutes = json.Number("timeLimitMinutes", given.TimeLimitMinutes, ConfigRange.Duration),
        };
    }

    /// <summary>How workloads are generated.</summary>
    public static GeneratorConfig Generator(ConfigObject json) => new()
    {
        Build = json.Commands("build", []),
        Command = json.RequiredCommand("command"),
    };

    /// <summary>How a workload is run.</summary>
    public static RunConfig Run(ConfigObject json)
    {
        var given = new RunConfig { Command = json.RequiredCommand("command") };
        ConfigWorkloads.CheckUsesTheSlot(json, given.Command);
        return given with
        {
            IgnoreOutput = json.Texts("ignoreOutput", given.IgnoreOutput, ConfigRule.Expression),
            Environment = json.Variables("environment", given.Environment),
            TimeLimitSeconds = json.Number("timeLimitSeconds", given.TimeLimitSeconds, ConfigRange.Duration),
        };
    }

    /// <summary>A part of the program that is ours.</summary>
    public static OwnCode OwnCode(ConfigObject json) => new(
        json.RequiredText("prefix", ConfigRule.AnyText),
        json.RequiredText("crate", ConfigRule.Text),
        json.RequiredText("folder", ConfigRule.PathBelow));

    /// <summary>What a patch may touch.</summary>
    public static PatchConfig Patch(ConfigObject json)
    {
        var usual = new PatchConfig();
        return new PatchConfig
        {
            Allow = json.Texts("allow", usual.Allow, ConfigRule.Glob),
            Protect = json.Texts("protect", usual.Protect, ConfigRule.Glob),
            Tolerate = json.Texts("tolerate", usual.Tolerate, ConfigRule.Code),
            MaxFiles = json.Count("maxFiles", usual.MaxFiles, ConfigRange.From(1)),
        };
    }

    /// <summary>Bounds of the decisions.</summary>
    public static ThresholdConfig Thresholds(ConfigObject json)
    {
        var usual = new ThresholdConfig();
        return new ThresholdConfig
        {
            SelfPercent = json.Number("selfPercent", usual.SelfPercent, ConfigRange.Percent),
            ImprovedPercent = json.Number("improvedPercent", usual.ImprovedPercent, ConfigRange.Percent),
            RegressedPercent = json.Number("regressedPercent", usual.RegressedPercent, ConfigRange.Percent),
            WorkloadRegressedPercent = json.Number("workloadRegressedPercent", usual.WorkloadRegressedPercent, ConfigRange.Percent),
            SuspiciousSpeedup = json.Number("suspiciousSpeedup", usual.SuspiciousSpeedup, ConfigRange.Factor),
            SuspiciousMemory = json.Number("suspiciousMemory", usual.SuspiciousMemory, ConfigRange.Factor),
            KeepMarginal = json.Flag("keepMarginal", usual.KeepMarginal),
            MaxRounds = json.Count("maxRounds", usual.MaxRounds, ConfigRange.From(2)),
        };
    }

    /// <summary>How perf records.</summary>
    public static PerfConfig Perf(ConfigObject json)
    {
        var usual = new PerfConfig();
        return new PerfConfig
        {
            FrequencyHz = json.Count("frequencyHz", usual.FrequencyHz, ConfigRange.From(1, MaxFrequencyHz)),
            Event = json.Text("event", usual.Event, ConfigRule.Event),
            CallGraph = json.Text("callGraph", usual.CallGraph, ConfigRule.OneOf("none", "fp", "dwarf")),
            MinimumSamples = json.Count("minimumSamples", usual.MinimumSamples, ConfigRange.From(0)),
            Recordings = json.Count("recordings", usual.Recordings, ConfigRange.From(1, MaxRecordings)),
        };
    }

    /// <summary>Where the tickets go.</summary>
    public static TicketConfig Tickets(ConfigObject json)
    {
        var tickets = new TicketConfig
        {
            Store = json.Text("store", TicketConfig.AutoStore, ConfigRule.OneOf(TicketConfig.AutoStore, TicketConfig.TkStore, TicketConfig.FilesStore)),
            Folder = json.TextOrNull("folder", ConfigRule.PathBelow),
        };
        if (tickets.Folder?.Trim('.', '/').Length == 0)
        {
            json.Wrong("folder", "must be a folder of its own, not the repository's root");
        }

        return tickets;
    }

    /// <summary>Where state and journal lie.</summary>
    public static PathConfig Paths(ConfigObject json)
    {
        var usual = new PathConfig();
        var paths = new PathConfig
        {
            State = json.Text("state", usual.State, ConfigRule.PathBelow),
            Journal = json.Text("journal", usual.Journal, ConfigRule.PathBelow),
            History = json.Text("history", usual.History, ConfigRule.PathBelow),
        };
        if (paths.State == paths.Journal)
        {
            json.Wrong("journal", "must not be the state file");
        }

        if (paths.History == paths.State || paths.History == paths.Journal)
        {
            json.Wrong("history", "must be neither the state file nor the journal");
        }

        return paths;
    }

    // What kernel.perf_event_max_sample_rate is at most unless somebody raised it.
    private const int MaxFrequencyHz = 100_000;
    private const int MaxRecordings = 32;
}
