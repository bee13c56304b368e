using System.Collections.Immutable;
using System.Text;
using PerfHunt.Errors;
using PerfHunt.Files;

namespace PerfHunt.Investigation;

/// <summary>
/// The <c>tk</c> that comes first on an agent's PATH: it knows <c>add-note</c> for the ticket of this investigation and nothing
/// else. Notes are left in a folder and added to the ticket once the agent has ended, so that the agent never writes where tickets lie.
/// </summary>
public static class NotesProgram
{
    private const string Name = "tk";

    // A running log has some lines an attempt; more is a flood.
    private const int MostNotes = 50;
    private const int LongestNoteBytes = 16 << 10;
    private const int LongestNoteLines = 60;

    /// <summary>Writes the program into the folder of programs.</summary>
    public static void Write(AgentFolder folder, string ticketId)
    {
        var file = Path.Combine(folder.Programs, Name);
        AtomicFile.Write(file, Script(folder.Notes, ticketId));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The notes that were left, in order; untrusted text, capped.</summary>
    public static ImmutableArray<string> Read(AgentFolder folder) =>
    [
        // A sandboxed agent could lead us to files that it cannot read itself, by a link in the folder's place.
        // Pipes and devices have no length; opening one could wait for ever.
        .. (new DirectoryInfo(folder.Notes) is { Exists: true, LinkTarget: null } notes ? notes.EnumerateFiles() : [])
            .Where(file => file.LinkTarget is null && file.Length > 0)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Take(MostNotes)
            .Select(Text)
            .Where(note => note.Length > 0),
    ];

    /// <summary>The program's text, for <c>/bin/sh</c>.</summary>
    internal static string Script(string notes, string ticketId) => $$"""
        #!/bin/sh
        # Adds a note to the ticket of this investigation.
        notes={{Quote(notes)}}
        ticket={{Quote(ticketId)}}
        if [ "${1-}" != add-note ] || [ $# -lt 2 ]; then
            echo "tk: only 'tk add-note $ticket TEXT' (or the text on standard input) is available here" >&2
            exit 2
        fi
        case "$ticket" in
            *"$2"*) ;;
            *) echo "tk: only notes for $ticket can be added here" >&2; exit 1 ;;
        esac
        shift 2
        file="$notes/$(date +%s%N)-$$"
        if [ $# -gt 0 ]; then printf '%s\n' "$*" > "$file.part"; else cat > "$file.part"; fi
        mv "$file.part" "$file"
        echo "Note added to $ticket"

        """;

    private static string Text(FileInfo file)
    {
        using var stream = file.OpenRead();
        var bytes = new byte[(int)Math.Min(stream.Length, LongestNoteBytes)];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return UntrustedText.Block(Encoding.UTF8.GetString(bytes, 0, count), LongestNoteLines).Trim();
    }

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
