namespace PerfHunt.Errors;

/// <summary>A mistake in a text, with the place where it stands.</summary>
/// <param name="Source">The file or input that holds the text.</param>
/// <param name="Line">One-based line, or 0 when the text as a whole is meant.</param>
/// <param name="Problem">What is wrong, and what was expected.</param>
/// <param name="Excerpt">The text found there, at most some 120 characters.</param>
public sealed record LocatedError(string Source, int Line, string Problem, string Excerpt = "")
{
    /// <summary>As people read it: <c>source:line: problem: excerpt</c>.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{Source}:{Line}" : Source;
        return Excerpt.Length == 0 ? $"{place}: {Problem}" : $"{place}: {Problem}: {Excerpt}";
    }

    /// <summary>The same as an exception, for callers that cannot go on.</summary>
    public HuntException ToException(ExitCode exitCode, string remedy) => new(exitCode, ToString(), remedy);
}
