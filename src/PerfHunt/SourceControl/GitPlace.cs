using System.Collections.Immutable;
using PerfHunt.Processes;

namespace PerfHunt.SourceControl;

/// <summary>Git bound to a git folder, and where one is needed to a work tree and an index. Immutable.</summary>
/// <param name="Git">The hardened git.</param>
/// <param name="GitFolder">The git folder, absolute.</param>
/// <param name="WorkTree">The work tree, absolute, or null.</param>
/// <param name="IndexFile">The index file, absolute, or null for the git folder's own.</param>
public sealed record GitPlace(Git Git, string GitFolder, string? WorkTree = null, string? IndexFile = null)
{
    /// <summary>Settings of every call here.</summary>
    public ImmutableArray<GitSetting> Settings { get; init; } = GitEnvironment.OwnWorkTrees;

    /// <summary>Variables of every call here.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Runs git here; a non-zero exit is a value.</summary>
    public GitResult Try(ImmutableArray<string> arguments, CancellationToken cancellation, string? input = null) =>
        Git.Run(Call(arguments, input), cancellation);

    /// <summary>Runs git here; it must succeed.</summary>
    /// <exception cref="CommandFailedException">It did not.</exception>
    public GitResult Do(ImmutableArray<string> arguments, CancellationToken cancellation, string? input = null) =>
        Try(arguments, cancellation, input).OrThrow();

    /// <summary>The call, for the few that need more.</summary>
    public GitCall Call(ImmutableArray<string> arguments, string? input = null) => new(arguments)
    {
        GitFolder = GitFolder,
        WorkTree = WorkTree,
        IndexFile = IndexFile,
        Input = input,
        Settings = Settings,
        Variables = Variables,
    };
}
