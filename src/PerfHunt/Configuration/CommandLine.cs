using System.Collections.Immutable;

namespace PerfHunt.Configuration;

/// <summary>A configured command: at least one word, the first names the program. Words may hold placeholders such as <c>{binary}</c>.</summary>
/// <param name="Words">The words as they stand in the configuration.</param>
public sealed record CommandLine(ImmutableArray<string> Words)
{
    /// <summary>The same with every <c>{name}</c> replaced by its value; unknown placeholders stay as they are.</summary>
    public ImmutableArray<string> Fill(IReadOnlyDictionary<string, string> values) =>
        [.. Words.Select(word => values.Aggregate(word, (text, pair) => text.Replace($"{{{pair.Key}}}", pair.Value, StringComparison.Ordinal)))];

    /// <inheritdoc/>
    public bool Equals(CommandLine? other) => other is not null && Words.SequenceEqual(other.Words, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.Aggregate(17, (hash, word) => HashCode.Combine(hash, word));

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Words);
}
