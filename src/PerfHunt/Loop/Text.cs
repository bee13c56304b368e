using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Loop;

/// <summary>Small pieces of text that several steps need.</summary>
internal static class Text
{
    /// <summary>A commit id as people read it.</summary>
    public static string Short(string commit) => Reporting.Figures.ShortId(commit);

    /// <summary>The same with a capital letter at its head.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Now, as a label: UTC, ISO 8601 to the second.</summary>
    public static string UtcLabel(TimeProvider clock) =>
        clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>How a command failed, with the end of what it said.</summary>
    public static string Failure(ProcessOutcome outcome)
    {
        const int Lines = 3;
        var end = outcome.TimedOut ? "ran into its time limit" : $"exited with {outcome.ExitCode}";
        var tail = string.Join(" / ", outcome.LastLines(Lines).Select(line => line.Trim()).Where(line => line.Length > 0));
        return UntrustedText.Line($"`{outcome.Command}` {end}: {tail}");
    }
}
