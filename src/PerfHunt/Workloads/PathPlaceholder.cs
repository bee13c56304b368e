namespace PerfHunt.Workloads;

/// <summary>A path that differs from run to run and is therefore replaced in the output before it is compared.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="Name">What stands in its place, for example <c>{tree}</c>.</param>
public sealed record PathPlaceholder(string Path, string Name);
