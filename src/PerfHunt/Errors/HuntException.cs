namespace PerfHunt.Errors;

/// <summary>
/// A failure that a person can mend: it says what happened, where, and what to do about it.
/// Expected outcomes (no hotspot left, inconclusive, deferred) are values and never thrown.
/// </summary>
public class HuntException : Exception
{
    /// <summary>Describes the failure.</summary>
    /// <param name="exitCode">The exit code that the process ends with.</param>
    /// <param name="what">What happened, one sentence without a full stop at its end.</param>
    /// <param name="remedy">What the reader can do, as an imperative sentence.</param>
    /// <param name="where">The file, folder or command concerned, or null.</param>
    /// <param name="inner">The cause, or null.</param>
    public HuntException(ExitCode exitCode, string what, string remedy, string? where = null, Exception? inner = null)
        : base(Compose(what, where, remedy), inner)
    {
        ExitCode = exitCode;
        What = what;
        Where = where;
        Remedy = remedy;
    }

    /// <summary>The exit code that the process ends with.</summary>
    public ExitCode ExitCode { get; }

    /// <summary>What happened.</summary>
    public string What { get; }

    /// <summary>The file, folder or command concerned, or null.</summary>
    public string? Where { get; }

    /// <summary>What the reader can do about it.</summary>
    public string Remedy { get; }

    // What ends with the lines of somebody else's output has ended its last line; the rest begins a line of its own.
    private static string Compose(string what, string? where, string remedy) => (what.EndsWith('\n'), where) switch
    {
        (true, null) => $"{what}{remedy}",
        (true, _) => $"{what}Where: {where}. {remedy}",
        (false, null) when what.EndsWith('?') => $"{what} {remedy}",
        (false, null) => $"{what}. {remedy}",
        _ => $"{what} ({where}). {remedy}",
    };
}
