using PerfHunt.Errors;

namespace PerfHunt.Investigation;

/// <summary>Something in a patch that a speed-up does not need and a cheat does.</summary>
/// <param name="Code">What it is, one of <see cref="LintRule"/>'s codes.</param>
/// <param name="Sentence">What it is in words.</param>
/// <param name="IsRefused">True when the change is not taken for it; false when it is only shown.</param>
/// <param name="Count">How many of them the patch adds, those that it removes taken off.</param>
/// <param name="First">The first one.</param>
public sealed record LintFinding(string Code, string Sentence, bool IsRefused, int Count, PatchLine First)
{
    private const int ExcerptCap = 120;

    /// <summary>One line for people; the excerpt is untrusted text.</summary>
    public override string ToString()
    {
        var place = UntrustedText.Line(First.File) + (First.Line > 0 ? FormattableString.Invariant($":{First.Line}") : "");
        var excerpt = First.Text.Trim().Length > 0 ? $": {UntrustedText.Line(First.Text.Trim(), ExcerptCap)}" : "";
        return FormattableString.Invariant($"{Sentence} ({Count}, first {place}{excerpt})");
    }
}
