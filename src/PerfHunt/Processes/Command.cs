using System.Collections.Immutable;

namespace PerfHunt.Processes;

/// <summary>A program to run with its arguments: an argument array, never a shell string. Immutable.</summary>
/// <param name="Executable">A path, or a name that is looked up on PATH.</param>
/// <param name="Arguments">The arguments, each passed on as it is.</param>
public sealed record Command(string Executable, ImmutableArray<string> Arguments)
{
    /// <summary>Makes a command from its words.</summary>
    public static Command Of(string executable, params IEnumerable<string> arguments) => new(executable, [.. arguments]);

    /// <summary>What the child is for.</summary>
    public ChildKind Kind { get; init; } = ChildKind.Tool;

    /// <summary>The folder in which the child starts; null for ours.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The child's whole environment; null to inherit ours unchanged.</summary>
    public ImmutableSortedDictionary<string, string>? Environment { get; init; }

    /// <summary>Text for standard input; null for an empty one (/dev/null).</summary>
    public string? StandardInput { get; init; }

    /// <summary>How long the child and all that it starts may take; null for no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The one processor to run on, zero-based; null for any.</summary>
    public int? Cpu { get; init; }

    /// <summary>How many bytes of each output stream are kept (half head, half tail); more is counted and dropped.</summary>
    public int OutputCapBytes { get; init; } = 1 << 20;

    /// <summary>
    /// True: captured text keeps its control characters, for output that is parsed (<c>git -z</c>, field separators).
    /// False: all but line feed and tab are taken out, so that the text cannot steer a terminal.
    /// </summary>
    public bool KeepControls { get; init; }

    /// <summary>Where whole output is kept as <c>stdout</c> and <c>stderr</c> (up to 1 GiB each); null for a temporary place.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>The command as a person would type it, for messages only; never given to a shell.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Executable).Select(Quote));

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=:,+@%{}".Contains(c, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
