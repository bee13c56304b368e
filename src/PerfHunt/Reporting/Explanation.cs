using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace PerfHunt.Reporting;

/// <summary>Why a function was chosen or skipped.</summary>
/// <param name="Function">The function, or what was asked for when it is not known.</param>
/// <param name="Code"><c>chosen</c>, <c>investigated</c>, <c>not-sampled</c>, <c>not-ours</c>, <c>below-threshold</c>, <c>noise</c>, <c>candidate</c> or <c>ambiguous</c>.</param>
/// <param name="Sentences">The reasons, for people; the decisive one first.</param>
public sealed record Explanation(string Function, string Code, ImmutableArray<string> Sentences)
{
    /// <summary>The same for programs.</summary>
    public JObject ToJson() => new()
    {
        ["kind"] = "explanation",
        ["function"] = Function,
        ["code"] = Code,
        ["reasons"] = new JArray(Sentences),
    };
}
