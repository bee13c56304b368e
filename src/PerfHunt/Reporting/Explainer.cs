using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>Says of a function why the hunt takes it on or not. Pure; the same rules in the same order as the choice itself.</summary>
public static class Explainer
{
    // More names than this are no help.
    private const int ShownNames = 12;

    /// <summary>Explains one function.</summary>
    /// <param name="symbol">Its name as the profile has it, or a part that only one name has.</param>
    /// <param name="facts">What the choice rests on.</param>
    public static Explanation Explain(string symbol, ExplanationFacts facts)
    {
        var known = facts.Functions;
        if (known.Contains(symbol))
        {
            return Known(symbol, facts);
        }

        var alike = known.Where(name => name.Contains(symbol, StringComparison.OrdinalIgnoreCase)).ToList();
        return alike.Count switch
        {
            1 => Known(alike[0], facts),
            0 => new(symbol, "not-sampled", [$"'{UntrustedText.Line(symbol)}' was met in no profile of the last round{Hint(symbol, known)}"]),
            _ => new(symbol, "ambiguous", [$"{alike.Count} functions have that in their names: {string.Join(", ", alike.Take(ShownNames).Select(name => UntrustedText.Line(name)))}{(alike.Count > ShownNames ? ", ..." : "")}."]),
        };
    }

    private static string Hint(string symbol, IEnumerable<string> known) => NearestName.Suggest(symbol, known) is { Length: > 0 } hint ? hint : ".";

    private static Explanation Known(string function, ExplanationFacts facts)
    {
        var shares = Shares(function, facts);
        var (code, decisive) = Reason(function, shares.Values.DefaultIfEmpty(0).Max(), shares.IsEmpty, facts);
        return new(function, code, [decisive, .. ShareSentences(shares), .. Attempts(function, facts)]);
    }

    private static (string Code, string Sentence) Reason(string function, double highest, bool isUnsampled, ExplanationFacts facts)
    {
        if (facts.State.CurrentHotspot?.Function == function)
        {
            return ("chosen", "It is the hotspot under investigation: the highest-ranked one that was left.");
        }

        if (facts.State.Investigated.FirstOrDefault(entry => entry.Function == function) is { } entry)
        {
            return ("investigated", FormattableString.Invariant($"It was investigated in iteration {entry.Iteration} and ended as {entry.Outcome} (ticket {entry.TicketId}): no function is taken on twice in a hunt."));
        }

        return isUnsampled ? ("not-sampled", "It was not sampled in the last round.")
            : IsForeign(function, facts) ? ("not-ours", "It is not ours: no prefix of ownCode in the configuration matches it.")
            : highest <= facts.ThresholdPercent ? ("below-threshold", FormattableString.Invariant($"Its highest share, {highest:0.00} %, is not above thresholds.selfPercent, {facts.ThresholdPercent:0.##} %."))
            : facts.ConfiguredNoise.Contains(function) ? ("noise", "It is noise: noiseFunctions in the configuration lists it.")
            : facts.JournalNoise.Contains(function) ? ("noise", "It is noise: the journal lists it under Noise Functions.")
            : ("candidate", Rank(function, facts.State));
    }

    private static bool IsForeign(string function, ExplanationFacts facts) => facts.Round.Values
        .SelectMany(profile => profile.Symbols)
        .Where(share => share.Symbol == function)
        .All(share => facts.Ours.Find(share.Symbol, share.Module) is null);

    private static string Rank(string function, HuntState state)
    {
        var open = state.Candidates.Where(candidate => state.Investigated.All(entry => entry.Function != candidate.Function)).Select(candidate => candidate.Function).ToList();
        var rank = open.IndexOf(function);
        return rank < 0
            ? "It is a candidate; the round was not analysed yet."
            : FormattableString.Invariant($"It is a candidate, number {rank + 1} of {open.Count} that were not investigated yet; the highest share is taken on first.");
    }

    private static ImmutableSortedDictionary<string, double> Shares(string function, ExplanationFacts facts) => facts.Round
        .Select(pair => (Workload: pair.Key, Percent: pair.Value.Symbols.Where(share => share.Symbol == function).Sum(share => share.SelfPercent)))
        .Where(share => share.Percent > 0)
        .ToImmutableSortedDictionary(share => share.Workload, share => share.Percent, StringComparer.Ordinal);

    private static IEnumerable<string> ShareSentences(ImmutableSortedDictionary<string, double> shares) => shares.IsEmpty
        ? []
        : [$"Self share in the last round: {string.Join(", ", shares.Select(share => FormattableString.Invariant($"{share.Key} {share.Value:0.00} %")))}."];

    private static IEnumerable<string> Attempts(string function, ExplanationFacts facts) =>
        from attempt in facts.State.Investigated.Where(entry => entry.Function == function).SelectMany(entry => entry.Attempts)
            .Concat(facts.State.CurrentHotspot is { } hotspot && hotspot.Function == function ? hotspot.Attempts : [])
        let title = attempt.Title.Length > 0 ? $"{UntrustedText.Line(attempt.Title)}: " : ""
        select FormattableString.Invariant($"Attempt {attempt.Number}: {title}{attempt.Outcome}. {UntrustedText.Line(attempt.Reason)}");
}
