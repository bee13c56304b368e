using PerfHunt.Files;

namespace PerfHunt.Tickets;

/// <summary>A folder of tickets, one file <c>ID.md</c> each.</summary>
/// <param name="path">The folder; need not exist.</param>
internal sealed class TicketFolder(string path)
{
    /// <summary>The variable that names the folder, for us as for tk.</summary>
    public const string Variable = "TICKETS_DIR";

    /// <summary>What the folder is called.</summary>
    public const string Name = ".tickets";

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// Finds the tickets of a repository: where the variable says (relative to the repository), else in the nearest <c>.tickets</c> of the
    /// repository's root and the folders above it, else in the root.
    /// </summary>
    /// <param name="repositoryRoot">The repository's root.</param>
    /// <param name="variable">The value of <see cref="Variable"/>; null or empty when it is not set.</param>
    public static TicketFolder Find(string repositoryRoot, string? variable)
    {
        var root = System.IO.Path.GetFullPath(repositoryRoot);
        return new TicketFolder(string.IsNullOrEmpty(variable)
            ? Nearest(root) ?? System.IO.Path.Combine(root, Name)
            : System.IO.Path.GetFullPath(variable, root));
    }

    /// <summary>The file of an id.</summary>
    public string FileOf(string id) => System.IO.Path.Combine(Path, $"{id}.md");

    /// <summary>True when there is a ticket with exactly this id. What cannot be an id is no ticket's.</summary>
    public bool Exists(string id) => TicketId.IsValid(id) && File.Exists(FileOf(id));

    /// <summary>The id of the first ticket by name with an external reference; null when there is none.</summary>
    public string? FindByReference(string externalRef)
    {
        var wanted = TicketText.Field(externalRef);
        return wanted.Length == 0 || !Directory.Exists(Path)
            ? null
            : Directory.GetFiles(Path, "*.md")
                .Order(StringComparer.Ordinal)
                .Where(file => TicketFile.Field(RawText.Read(file), "external-ref") == wanted)
                .Select(System.IO.Path.GetFileNameWithoutExtension)
                .FirstOrDefault();
    }

    /// <summary>True when a ticket has a note with this text.</summary>
    public bool HasNote(string id, string text) => TicketFile.Notes(RawText.Read(FileOf(id))).Contains(text);

    private static string? Nearest(string? folder) =>
        folder is null ? null
        : Directory.Exists(System.IO.Path.Combine(folder, Name)) ? System.IO.Path.Combine(folder, Name)
        : Nearest(System.IO.Path.GetDirectoryName(folder));
}
