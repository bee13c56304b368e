using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Processes;

namespace PerfHunt.Investigation;

/// <summary>Makes the command that runs an agent. Pure.</summary>
public static class AgentCommand
{
    // The kernel takes no single argument over 128 KiB (MAX_ARG_STRLEN in execve(2)), its closing NUL included.
    private const int LongestArgumentBytes = (128 << 10) - 1;

    /// <summary>The command for one attempt, without a sandbox.</summary>
    /// <param name="config">The investigator's configuration; its command must be there.</param>
    /// <param name="request">The attempt.</param>
    /// <param name="prompt">The dossier's text.</param>
    /// <param name="ours">Our own environment, of which an allow-list and the configured names are passed on.</param>
    public static Command Of(
        InvestigatorConfig config, InvestigationRequest request, string prompt, IReadOnlyDictionary<string, string> ours)
    {
        var words = config.Command!.Words.Select(word => Fill(word, request, prompt)).ToImmutableArray();
        return new Command(words[0], words[1..])
        {
            Kind = ChildKind.Investigator,
            WorkingDirectory = request.Tree,
            Environment = EnvironmentOf(config, request.Folder, ours),
            StandardInput = config.Stdin == InvestigatorConfig.PromptInput ? prompt : null,
            TimeLimit = request.TimeLimit,
            OutputFolder = request.Folder.Output,
        };
    }

    /// <summary>The agent's environment: the usual allow-list, the configured names, and what keeps git from asking questions.</summary>
    public static ImmutableSortedDictionary<string, string> EnvironmentOf(
        InvestigatorConfig config, AgentFolder folder, IReadOnlyDictionary<string, string> ours)
    {
        var usual = ChildEnvironment.From(ours);
        var named = config.Environment.Where(ours.ContainsKey).Select(name => KeyValuePair.Create(name, ours[name]));
        return usual.SetItems(named).SetItems(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{folder.Programs}:{usual.GetValueOrDefault("PATH", "/usr/bin:/bin")}",
            ["HOME"] = config.CleanHome ? folder.Home : usual.GetValueOrDefault("HOME", "/"),
            ["TMPDIR"] = folder.Temporary,
            ["GIT_CONFIG_GLOBAL"] = folder.GitSettings,
            ["GIT_TERMINAL_PROMPT"] = "0",
            ["GIT_ASKPASS"] = "/bin/false",
            ["SSH_ASKPASS"] = "/bin/false",
        });
    }

    // Each placeholder once, from left to right: a value that holds a placeholder itself stays as it is.
    private static string Fill(string word, InvestigationRequest request, string prompt)
    {
        var filled = new System.Text.StringBuilder();
        for (var i = 0; i < word.Length;)
        {
            var (name, value) = Values(request, prompt).FirstOrDefault(pair => string.CompareOrdinal(word, i, pair.Name, 0, pair.Name.Length) == 0);
            filled.Append(name is null ? word[i].ToString() : value);
            i += name?.Length ?? 1;
        }

        return filled.ToString();
    }

    private static (string Name, string Value)[] Values(InvestigationRequest request, string prompt) =>
    [
        ("{dossier}", request.DossierPath),
        ("{prompt}", AsArgument(prompt)),
        ("{tree}", request.Tree),
        ("{hotspot}", AsArgument(request.Function)),
        ("{ticket}", request.TicketId),
        ("{attempt}", request.Attempt.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("{result}", request.Folder.ResultFile),
    ];

    private static string AsArgument(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text.Replace("\0", "", StringComparison.Ordinal));
        const int Half = LongestArgumentBytes / 2;
        return bytes.Length <= Half
            ? System.Text.Encoding.UTF8.GetString(bytes)
            : System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Half)).TrimEnd('\uFFFD');
    }
}
