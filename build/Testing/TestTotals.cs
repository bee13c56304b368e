namespace PerfHunt.Build.Testing;

/// <summary>How many tests ended how.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed or did not end.</param>
/// <param name="Skipped">The tests that were skipped, each with its reason.</param>
public sealed record TestTotals(int Passed, int Failed, IReadOnlyList<SkippedTest> Skipped)
{
    /// <summary>No test at all.</summary>
    public static TestTotals None { get; } = new(0, 0, []);

    /// <summary>Both together.</summary>
    public TestTotals Plus(TestTotals other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Passed + other.Passed, Failed + other.Failed, [.. Skipped, .. other.Skipped]);
    }

    /// <summary>The same under the rule of continuous integration, where every tool is there and a skipped test is a failure.</summary>
    public TestTotals WithoutExcuses() => new(Passed, Failed + Skipped.Count, []);

    /// <summary>As the last line of a test run says it.</summary>
    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped.Count} skipped";
}
