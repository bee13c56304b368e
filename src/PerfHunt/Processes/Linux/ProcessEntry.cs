using System.Globalization;

namespace PerfHunt.Processes.Linux;

/// <summary>One line of the process table: what <c>/proc/PID/stat</c> says (proc(5)).</summary>
/// <param name="Pid">Process id.</param>
/// <param name="Parent">Process id of the parent.</param>
/// <param name="Group">Process group.</param>
/// <param name="Session">Session.</param>
/// <param name="State">One letter; <c>Z</c> for a zombie.</param>
/// <param name="StartTicks">When it started, clock ticks since boot; with the id it names a process for good.</param>
internal sealed record ProcessEntry(int Pid, int Parent, int Group, int Session, char State, long StartTicks)
{
    private const int FieldsAfterName = 20;

    /// <summary>True while it can still do anything.</summary>
    public bool IsAlive => State is not ('Z' or 'X' or 'x');

    /// <summary>Reads the text of a stat file, or null when it is not one. The name in parentheses may hold anything, parentheses too.</summary>
    public static ProcessEntry? Parse(string text)
    {
        var end = text.LastIndexOf(") ", StringComparison.Ordinal);
        var name = text.IndexOf(" (", StringComparison.Ordinal);
        if (end < 0 || name < 0)
        {
            return null;
        }

        var fields = text[(end + 2)..].Split(' ');
        return fields.Length >= FieldsAfterName && fields[0].Length == 1
            && Number(text[..name], out var pid) && Number(fields[1], out var parent)
            && Number(fields[2], out var group) && Number(fields[3], out var session)
            && long.TryParse(fields[19], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? new ProcessEntry(pid, parent, group, session, fields[0][0], start)
            : null;
    }

    private static bool Number(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
}
