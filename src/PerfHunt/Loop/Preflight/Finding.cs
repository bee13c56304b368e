using System.Collections.Immutable;

namespace PerfHunt.Loop.Preflight;

/// <summary>Something that must hold before a hunt and does not.</summary>
/// <param name="Problem">What is wrong, without a full stop at the end.</param>
/// <param name="Remedy">What to do, an imperative sentence; the exact command where there is one.</param>
public sealed record Finding(string Problem, string Remedy)
{
    /// <summary>The program that is missing; empty when it is something else.</summary>
    public string Program { get; init; } = "";

    /// <summary>Debian packages whose installation is the remedy; empty when it is something else.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    /// <inheritdoc/>
    /// <remarks>A problem that ends with the lines of somebody else's output has ended its last line.</remarks>
    public override string ToString() => Problem.EndsWith('\n') ? $"{Problem}    {Remedy}" : $"{Problem}. {Remedy}";
}
