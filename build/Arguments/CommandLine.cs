namespace PerfHunt.Build.Arguments;

/// <summary>A command line taken apart, before anything is checked.</summary>
/// <param name="Options">The arguments by lower-case name without dashes, in order; a value that was not given is null.</param>
/// <param name="Strays">Words that belong to no argument.</param>
public sealed record CommandLine(IReadOnlyList<KeyValuePair<string, string?>> Options, IReadOnlyList<string> Strays)
{
    /// <summary>Takes words apart: <c>--name=value</c>, <c>--name value</c> where the name takes a value, <c>--flag</c>.</summary>
    /// <param name="words">The command line without the program's name.</param>
    /// <param name="takesNoValue">Tells of a name whether the word after it is never its value.</param>
    public static CommandLine Split(IReadOnlyList<string> words, Func<string, bool> takesNoValue)
    {
        var options = new List<KeyValuePair<string, string?>>();
        var strays = new List<string>();
        for (var at = 0; at < words.Count; at++)
        {
            if (!IsName(words[at]))
            {
                strays.Add(words[at]);
                continue;
            }

            var word = words[at].TrimStart('-');
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? word : word[..equals]).ToLowerInvariant();
            var value = equals < 0 ? null : word[(equals + 1)..];
            if (equals < 0 && !takesNoValue(name) && at + 1 < words.Count && !IsName(words[at + 1]))
            {
                value = words[++at];
            }

            options.Add(new(name, value));
        }

        return new CommandLine(options, strays);
    }

    /// <summary>True when the argument was given.</summary>
    public bool Has(string name) => Options.Any(option => option.Key == name);

    /// <summary>The last value given to an argument, or null.</summary>
    public string? Value(string name) => Options.LastOrDefault(option => option.Key == name).Value;

    private static bool IsName(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]);
}
