namespace PerfHunt.Build.Testing;

/// <summary>A test that did not run.</summary>
/// <param name="Name">The test.</param>
/// <param name="Reason">Why it did not run.</param>
public sealed record SkippedTest(string Name, string Reason);
