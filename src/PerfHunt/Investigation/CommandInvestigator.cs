using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Files;
using PerfHunt.Processes;
using PerfHunt.SourceControl;

namespace PerfHunt.Investigation;

/// <summary>Lets a program, such as a coding agent, make the change.</summary>
/// <param name="config">How it is run.</param>
/// <param name="runner">Contains its whole process tree.</param>
/// <param name="ours">Our own environment.</param>
/// <param name="enclose">Puts a command into the sandbox.</param>
public sealed class CommandInvestigator(
    InvestigatorConfig config,
    IProcessRunner runner,
    ImmutableSortedDictionary<string, string> ours,
    Func<Command, InvestigationRequest, Command> enclose) : IInvestigator
{
    // A value shorter than this is no secret, and may be a word of any text.
    private const int ShortestSecret = 8;

    /// <inheritdoc/>
    public InvestigationReply Investigate(InvestigationRequest request, CancellationToken cancellation)
    {
        var folder = request.Folder;
        foreach (var place in new[] { folder.Home, folder.Temporary, folder.Notes, folder.Programs })
        {
            Directory.CreateDirectory(place);
        }

        NotesProgram.Write(folder, request.TicketId);
        AtomicFile.Write(folder.GitSettings, AgentFolder.GitSettingsText);
        var command = AgentCommand.Of(config, request, File.ReadAllText(request.DossierPath), ours);
        try
        {
            var outcome = Redacted(runner.Run(enclose(command, request), cancellation));
            Keep(folder, outcome);
            var reply = AgentReport.Of(config, request.Function, outcome, AgentResultReader.ReadFile(folder.ResultFile));
            return Redacted(reply with { Notes = [.. NotesProgram.Read(folder), .. reply.Notes] });
        }
        catch (ExecutableNotFoundException exception)
        {
            return new(InvestigationEnding.InvestigatorError, "", "", exception.Message);
        }
        finally
        {
            new FolderRemoval(runner).Remove(folder.Scratch);
        }
    }

    // The agent may print, note or answer what it was given; tickets, journal, commits and reports are made from that.
    private ProcessOutcome Redacted(ProcessOutcome outcome) =>
        outcome with { StandardOutput = Without(outcome.StandardOutput), StandardError = Without(outcome.StandardError) };

    private InvestigationReply Redacted(InvestigationReply reply) => reply with
    {
        Title = Without(reply.Title),
        Explanation = Without(reply.Explanation),
        Notes = [.. reply.Notes.Select(Without)],
        Patterns = [.. reply.Patterns.Select(Without)],
    };

    private string Without(string text) => config.Environment
        .Where(ours.ContainsKey)
        .Select(name => ours[name])
        .Where(value => value.Length >= ShortestSecret)
        .Aggregate(text, (kept, secret) => kept.Replace(secret, "[secret]", StringComparison.Ordinal));

    // Head and tail take the place of the whole output, which may be a gigabyte, or of what the agent put there.
    private static void Keep(AgentFolder folder, ProcessOutcome outcome)
    {
        foreach (var (name, text) in new[] { ("stdout", outcome.StandardOutput), ("stderr", outcome.StandardError) })
        {
            var file = Path.Combine(folder.Output, name);
            File.Delete(file);
            File.WriteAllText(file, text);
        }
    }
}
