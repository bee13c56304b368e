using System.Collections.Immutable;

namespace PerfHunt.SourceControl;

/// <summary>
/// The ignore rules of a tree: its <c>.gitignore</c> files alone, laid out in a folder of ours. Rules that someone wrote into a work
/// tree or a git folder later have no say, so they hide nothing.
/// </summary>
internal sealed class IgnoreRules(HuntRepository repository, string tree)
{
    private const string RuleFile = ".gitignore";

    /// <summary>Those of the paths that the rules cover. A nested repository is given as its folder with a final <c>/</c>.</summary>
    public ImmutableHashSet<string> Covered(ImmutableArray<string> paths, CancellationToken cancellation)
    {
        if (paths.Length == 0)
        {
            return [];
        }

        var folder = Directory.CreateDirectory($"{repository.TemporaryIndex()}-rules").FullName;
        var index = repository.TemporaryIndex();
        try
        {
            var place = repository.Place(folder, index);
            place.Do(["read-tree", tree], cancellation);
            var rules = place.Do(["ls-files", "-z"], cancellation).Entries
                .Where(path => Path.GetFileName(path) == RuleFile && !path.Contains('\uFFFD', StringComparison.Ordinal));
            place.Do(["checkout-index", "-z", "--stdin"], cancellation, string.Concat(rules.Select(rule => rule + '\0')));
            return Ask(place, paths, cancellation);
        }
        finally
        {
            repository.Remove(folder);
            repository.Remove(index);
        }
    }

    // A folder is asked about through a name below it: the rules folder does not hold it, so git could not tell that it is one.
    // check-ignore knows no literal paths; "./" before them keeps a leading ":" from being read as magic.
    private static ImmutableHashSet<string> Ask(GitPlace place, ImmutableArray<string> paths, CancellationToken cancellation)
    {
        var asked = paths.ToLookup(path => path.EndsWith('/') ? $"./{path}x" : $"./{path}", StringComparer.Ordinal);
        var call = place.Call(["check-ignore", "--no-index", "-z", "--stdin"], string.Concat(asked.Select(group => group.Key + '\0')));
        var answer = place.Git.Run(call with { Variables = call.Variables.Add("GIT_LITERAL_PATHSPECS", "0") }, cancellation);

        // 1 says that none is ignored.
        var ignored = answer.Outcome.ExitCode == 1 ? answer : answer.OrThrow();
        return [.. ignored.Entries.SelectMany(path => asked[path])];
    }
}
