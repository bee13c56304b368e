using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PerfHunt.Errors;

namespace PerfHunt.Workloads;

/// <summary>
/// Makes the output of two runs comparable: paths that differ become placeholders, and what the configuration calls irrelevant is
/// taken out, line by line. Standard output and standard error both count.
/// </summary>
public sealed class OutputCanonicalizer
{
    private const string Remedy = "Correct run.ignoreOutput in the configuration.";

    // A pattern that needs longer for one line backtracks without end.
    private static readonly TimeSpan PatternLimit = TimeSpan.FromSeconds(2);
    private static readonly ImmutableArray<string> Streams = ["stdout", "stderr"];
    private readonly ImmutableArray<Regex> _ignored;

    /// <summary>Takes the patterns of <c>run.ignoreOutput</c>; they see one line at a time, without its line feed.</summary>
    /// <exception cref="HuntException">A pattern is no regular expression.</exception>
    public OutputCanonicalizer(ImmutableArray<string> ignorePatterns) => _ignored = [.. ignorePatterns.Select(Compile)];

    /// <summary>SHA-256 of the canonical output in a folder with <c>stdout</c> and <c>stderr</c>, lower-case hexadecimal.</summary>
    /// <exception cref="HuntException">A pattern takes too long.</exception>
    public string Hash(string outputFolder, ImmutableArray<PathPlaceholder> placeholders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var stream in Streams)
        {
            foreach (var line in Lines(outputFolder, stream, placeholders))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(line));
            }

            // A byte that no UTF-8 holds: what ends one stream cannot begin the other.
            hash.AppendData([0xff]);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Where two outputs differ first, in one sentence without a full stop; null when they are equal.</summary>
    public string? FirstDifference(WorkloadRun first, WorkloadRun second)
    {
        foreach (var stream in Streams)
        {
            using var left = Lines(first.OutputFolder, stream, first.Placeholders).GetEnumerator();
            using var right = Lines(second.OutputFolder, stream, second.Placeholders).GetEnumerator();
            for (var number = 1; ; number++)
            {
                var (old, changed) = (left.MoveNext() ? left.Current : null, right.MoveNext() ? right.Current : null);
                if (!string.Equals(old, changed, StringComparison.Ordinal))
                {
                    return FormattableString.Invariant($"line {number} of {stream} was {Show(old)} and is {Show(changed)}");
                }

                if (old is null)
                {
                    break;
                }
            }
        }

        return null;
    }

    /// <summary>One line in its canonical form.</summary>
    internal string Canonical(string line, ImmutableArray<PathPlaceholder> placeholders)
    {
        var (text, feed) = line.EndsWith('\n') ? (line[..^1], "\n") : (line, "");
        foreach (var placeholder in placeholders)
        {
            text = text.Replace(placeholder.Path, placeholder.Name, StringComparison.Ordinal);
        }

        return _ignored.Aggregate(text, (kept, pattern) => pattern.Replace(kept, "")) + feed;
    }

    private static Regex Compile(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, PatternLimit);
        }
        catch (ArgumentException error)
        {
            throw new HuntException(ExitCode.Usage, $"'{pattern}' is no regular expression: {error.Message}", Remedy, inner: error);
        }
    }

    private static string Show(string? line) => line is null ? "missing" : $"'{UntrustedText.Line(line, 120)}'";

    private IEnumerable<string> Lines(string folder, string stream, ImmutableArray<PathPlaceholder> placeholders)
    {
        var longestFirst = placeholders.Sort((a, b) => b.Path.Length.CompareTo(a.Path.Length));
        return OutputLines.Of(Path.Combine(folder, stream)).Select(line =>
        {
            try
            {
                return Canonical(line, longestFirst);
            }
            catch (RegexMatchTimeoutException error)
            {
                throw new HuntException(ExitCode.Usage, $"The pattern '{error.Pattern}' needs too long for one line of output", Remedy, inner: error);
            }
        });
    }
}
