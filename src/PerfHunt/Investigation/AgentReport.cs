using System.Globalization;
using System.Text.RegularExpressions;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Investigation;

/// <summary>Tells from how an agent's run ended, and from what it printed, what kind of ending it was. Pure.</summary>
public static class AgentReport
{
    private const int QuotedLines = 6;
    private static readonly TimeSpan MatchLimit = TimeSpan.FromSeconds(2);

    /// <summary>The reply of a run.</summary>
    /// <param name="config">The investigator's configuration.</param>
    /// <param name="function">The hotspot, for a title where the agent gave none.</param>
    /// <param name="outcome">How the run ended.</param>
    /// <param name="result">What the agent said, or why that cannot be read.</param>
    public static InvestigationReply Of(InvestigatorConfig config, string function, ProcessOutcome outcome, Parsed<AgentResult> result)
    {
        var said = result.Value ?? new AgentResult();
        var reply = new InvestigationReply(EndingOf(config, outcome), "", TitleOf(said, function), ExplanationOf(outcome, result))
        {
            Notes = said.Notes,
            Patterns = said.Patterns,
            IsCleaner = said.IsCleaner,
            WithoutChange = WithoutChange(config, outcome, said),
        };
        return reply.Ending is InvestigationEnding.Limited or InvestigationEnding.InvestigatorError ? reply with { Title = "" } : reply;
    }

    /// <summary>A title for a change that nobody named.</summary>
    public static string TitleOf(AgentResult result, string function) =>
        WithoutKind(result.Title) is { Length: > 0 } title ? title
        : WithoutKind(result.Summary.Split('\n')[0]) is { Length: > 0 } summary ? summary
        : $"make {UntrustedText.Line(function, AgentTitleCap)} faster";

    // The commit's subject begins with it anyway, and agents know the habit.
    private const string SubjectKind = "perf:";

    // Leaves room for the rest of a commit's subject.
    private const int AgentTitleCap = 60;

    private static string WithoutKind(string title) =>
        title.StartsWith(SubjectKind, StringComparison.OrdinalIgnoreCase) ? title[SubjectKind.Length..].TrimStart() : title;

    // A tree that was changed counts however the agent ended, unless its time or its quota ran out in the middle.
    private static InvestigationEnding EndingOf(InvestigatorConfig config, ProcessOutcome outcome) => outcome switch
    {
        { TimedOut: true } => InvestigationEnding.TimeLimit,
        { OutputTooLarge: true } => InvestigationEnding.InvestigatorError,
        _ when config.LimitExitCodes.Contains(outcome.ExitCode) => InvestigationEnding.Limited,
        { Succeeded: false } when Says(config.LimitPatterns, outcome) => InvestigationEnding.Limited,
        _ => InvestigationEnding.Changed,
    };

    // Some agents end with 0 whatever happened. What they print last then tells it; further up they may quote the program's sources.
    private static InvestigationEnding WithoutChange(InvestigatorConfig config, ProcessOutcome outcome, AgentResult said) => outcome switch
    {
        // One that tried to reach its service until its time was up.
        { TimedOut: true } => Says(config.ErrorPatterns, Ends(outcome)) ? InvestigationEnding.InvestigatorError : InvestigationEnding.TimeLimit,
        { Succeeded: false } => InvestigationEnding.InvestigatorError,
        _ when said.Outcome == AgentResult.NoIdea => InvestigationEnding.NoIdea,
        _ when Says(config.LimitPatterns, Ends(outcome)) => InvestigationEnding.Limited,
        _ => Says(config.ErrorPatterns, Ends(outcome)) ? InvestigationEnding.InvestigatorError : InvestigationEnding.NoIdea,
    };

    private static ProcessOutcome Ends(ProcessOutcome outcome) =>
        outcome with { StandardOutput = End(outcome.StandardOutput), StandardError = End(outcome.StandardError) };

    private static string End(string text) => string.Join('\n', text.TrimEnd().Split('\n').TakeLast(QuotedLines));

    private static string ExplanationOf(ProcessOutcome outcome, Parsed<AgentResult> result)
    {
        var how = outcome switch
        {
            { TimedOut: true } => "The time limit ended the agent.",
            { OutputTooLarge: true } => "The agent was ended because it printed more than 1 GiB.",
            { Succeeded: false } => string.Create(CultureInfo.InvariantCulture, $"The agent ended with exit code {outcome.ExitCode}."),
            _ => "",
        };
        // bwrap's own first process inside ends a moment after bwrap does.
        var left = (outcome.LeftoverProcesses - (outcome.Command.Executable == Bubblewrap.Program ? 1 : 0)) switch
        {
            > 1 and var many => string.Create(CultureInfo.InvariantCulture, $"{many} processes that it left behind were ended."),
            1 => "1 process that it left behind was ended.",
            _ => "",
        };
        var unread = result.Error is { } error ? $"Its result cannot be read: {error}" : "";
        var last = outcome.Succeeded ? "" : LastLines(outcome);
        return string.Join('\n', new[] { result.Value?.Explanation ?? "", how, left, unread, last }.Where(part => part.Length > 0));
    }

    private static string LastLines(ProcessOutcome outcome)
    {
        var text = outcome.StandardError.Trim().Length > 0 ? outcome.StandardError : outcome.StandardOutput;
        var lines = text.TrimEnd().Split('\n').TakeLast(QuotedLines).Select(line => UntrustedText.Line(line)).ToList();
        return lines.TrueForAll(line => line.Length == 0) ? "" : $"It printed last:\n{string.Join('\n', lines)}";
    }

    private static bool Says(IEnumerable<string> patterns, ProcessOutcome outcome) =>
        patterns.Any(pattern => IsFound(pattern, outcome.StandardError) || IsFound(pattern, outcome.StandardOutput));

    // A pattern that takes for ever on some output has not been found in it.
    private static bool IsFound(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, MatchLimit);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
