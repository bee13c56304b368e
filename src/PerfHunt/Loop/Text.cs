using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Loop;

/// <summary>Small pieces of text that several steps need.</summary>
internal static class Text
{
    // How curl (cargo, git), glibc and the kernel say it; package managers repeat it near the end of what they print.
    private static readonly string[] NetworkFailures = ["Could not resolve host", "Temporary failure in name resolution", "Network is unreachable", "No route to host"];
    private const int NetworkLines = 12;

    /// <summary>A commit id as people read it.</summary>
    public static string Short(string commit) => Reporting.Figures.ShortId(commit);

    /// <summary>The same with a capital letter at its head.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Now, as a label: UTC, ISO 8601 to the second.</summary>
    public static string UtcLabel(TimeProvider clock) =>
        clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What to do about a command of the project that failed: where it did not reach the network, that is the cause.</summary>
    /// <param name="outcome">How the command ended; null when it succeeded.</param>
    /// <param name="otherwise">What to do in any other case.</param>
    public static string Remedy(ProcessOutcome? outcome, string otherwise) =>
        outcome is not null && NetworkFailures.Any(words => outcome.LastLines(NetworkLines).Any(line => line.Contains(words, StringComparison.OrdinalIgnoreCase)))
            ? "It wants something from the network that cannot be reached from here: fetch the dependencies where it can (`cargo fetch`, a vendored folder), or give the hunt the network."
            : otherwise;

    /// <summary>How a command failed, with the end of what it said.</summary>
    public static string Failure(ProcessOutcome outcome)
    {
        const int Lines = 3;
        var end = outcome.TimedOut ? "ran into its time limit" : $"exited with {outcome.ExitCode}";
        var tail = string.Join(" / ", outcome.LastLines(Lines).Select(line => line.Trim()).Where(line => line.Length > 0));
        return UntrustedText.Line($"`{outcome.Command}` {end}: {tail}");
    }
}
