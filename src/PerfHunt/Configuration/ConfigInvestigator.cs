namespace PerfHunt.Configuration;

/// <summary>Reads the section that says who makes the change. Defaults are those of the record.</summary>
internal static class ConfigInvestigator
{
    private const int MostExitCode = 255;

    /// <summary>Who makes the change. The folder of patches and a program with a relative path are made absolute.</summary>
    public static InvestigatorConfig Read(ConfigObject json, string configFile)
    {
        var usual = new InvestigatorConfig();
        var patches = json.TextOrNull("patches", ConfigRule.Text);
        var kind = json.Text("kind", "", ConfigRule.OneOf(InvestigatorConfig.PatchesKind, InvestigatorConfig.CommandKind, InvestigatorConfig.ManualKind));
        var investigator = usual with
        {
            Kind = kind.Length > 0 ? kind : usual.Kind,
            Patches = patches is null ? null : ConfigPaths.Resolve(configFile, patches),
            Minutes = json.Number("minutes", usual.Minutes, ConfigRange.Duration),
            Attempts = json.Count("attempts", usual.Attempts, ConfigRange.From(1)),
        };
        investigator = Limits(json, Program(json, configFile, investigator));
        RequireWhatTheKindNeeds(json, kind);
        return investigator;
    }

    private static InvestigatorConfig Program(ConfigObject json, string configFile, InvestigatorConfig usual) => usual with
    {
        Command = json.CommandOrNull("command") is { Words: [var program, .. var rest] } ? new([Located(configFile, program), .. rest]) : null,
        Stdin = json.Text("stdin", usual.Stdin, ConfigRule.OneOf(InvestigatorConfig.PromptInput, InvestigatorConfig.EmptyInput)),
        CleanHome = json.Flag("cleanHome", usual.CleanHome),
        Environment = json.Texts("environment", usual.Environment, ConfigRule.Variable),
        Sandbox = json.Text("sandbox", usual.Sandbox, ConfigRule.OneOf(InvestigatorConfig.NoSandbox, InvestigatorConfig.BubblewrapSandbox)),
        Network = json.Flag("network", usual.Network),
        Readable = json.Texts("readable", usual.Readable, ConfigRule.HomeOrAbsolute),
    };

    private static InvestigatorConfig Limits(ConfigObject json, InvestigatorConfig usual) => usual with
    {
        ErrorPatterns = json.Texts("errorPatterns", usual.ErrorPatterns, ConfigRule.Expression),
        LimitPatterns = json.Texts("limitPatterns", usual.LimitPatterns, ConfigRule.Expression),
        LimitExitCodes = json.Counts("limitExitCodes", ConfigRange.From(1, MostExitCode)),
        LimitWaitSeconds = json.Number("limitWaitSeconds", usual.LimitWaitSeconds, ConfigRange.Duration),
        LimitMinutes = json.Number("limitMinutes", usual.LimitMinutes, ConfigRange.Duration),
    };

    // A bare name is looked up on PATH. In the clone the agent could change the program that is started for its next attempt.
    private static string Located(string configFile, string program) =>
        program.Contains('/', StringComparison.Ordinal) && !program.StartsWith('{') ? ConfigPaths.Resolve(configFile, program) : program;

    private static void RequireWhatTheKindNeeds(ConfigObject json, string kind)
    {
        if (kind == InvestigatorConfig.PatchesKind && !json.Has("patches"))
        {
            json.Wrong("patches", "missing; expected the folder with the prepared patches, relative to this file");
        }

        if (kind == InvestigatorConfig.CommandKind && !json.Has("command"))
        {
            json.Wrong("command", "missing; expected the agent's command as an array of words, such as [\"claude\", \"-p\"]");
        }
    }
}
