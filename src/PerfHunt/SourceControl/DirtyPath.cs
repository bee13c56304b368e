namespace PerfHunt.SourceControl;

/// <summary>A path on which the user's work tree or index differs from HEAD.</summary>
/// <param name="Path">The path from the root.</param>
/// <param name="Kind">How: <c>staged</c>, <c>modified</c>, <c>untracked</c> or <c>conflicted</c>.</param>
public sealed record DirtyPath(string Path, string Kind)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path} ({Kind})";
}
