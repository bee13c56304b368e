using System.Collections.Immutable;
using PerfHunt.Processes;
using PerfHunt.Tickets;

namespace PerfHunt.Tests.Tickets;

/// <summary>Answers like tk, by the built-in store, and keeps the commands.</summary>
internal sealed class FakeTk(string folder) : IProcessRunner
{
    private readonly FileTicketStore _store = new(folder, "tk", new SettableClock("2026-01-02T03:04:05Z"), new Random(1));

    public List<Command> Commands { get; } = [];

    public string Help { get; init; } = "  create\n    --external-ref\n  add-note <id> [text]\n";

    public bool IsMissing { get; init; }

    /// <summary>What `create` prints instead of an id.</summary>
    public string? CreateAnswer { get; init; }

    public ProcessOutcome Run(Command command, CancellationToken cancellation = default)
    {
        Commands.Add(command);
        if (IsMissing)
        {
            throw new ExecutableNotFoundException(command.Executable);
        }

        var words = command.Arguments;
        var answer = words[0] switch
        {
            "help" => Help,
            "create" => CreateAnswer ?? $"{Create(words)}\n",
            "add-note" => _store.AddNote(words[1], words[2]) ? "Note added\n" : null,
            "status" => _store.SetStatus(words[1], words[2] == "closed" ? TicketStatus.Closed : TicketStatus.InProgress) ? "Updated\n" : null,
            _ => null,
        };
        return new ProcessOutcome(command, answer is null ? 1 : 0, null, false, new ResourceUse(0, 0, 0, 0, 0, 0, 0, 0), answer ?? "", "Error\n");
    }

    public (ProcessOutcome First, ProcessOutcome Second) RunTogether(Command first, Command second, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    private string Create(ImmutableArray<string> words)
    {
        var options = words.Skip(2).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        return _store.Create(new NewTicket(words[1]) { ExternalRef = options.GetValueOrDefault("--external-ref", "") });
    }
}
