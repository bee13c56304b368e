using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfHunt.SourceControl;

/// <summary>A version of git.</summary>
/// <param name="Major">First number.</param>
/// <param name="Minor">Second number.</param>
public sealed partial record GitVersion(int Major, int Minor)
{
    /// <summary>The oldest git that PerfHunt works with: 2.34 resets untracked obstacles (<c>read-tree --reset -u</c>); 2.32 brought <c>GIT_CONFIG_GLOBAL</c>.</summary>
    public static GitVersion Oldest { get; } = new(2, 34);

    /// <summary>Reads what <c>git version</c> prints; 0.0 when it is not understood.</summary>
    public static GitVersion Parse(string text)
    {
        var match = Numbers().Match(text);
        return match.Success ? new(Number(match.Groups[1]), Number(match.Groups[2])) : new(0, 0);
    }

    /// <summary>Whether PerfHunt works with it.</summary>
    public bool IsSupported => (Major, Minor).CompareTo((Oldest.Major, Oldest.Minor)) >= 0;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d{1,4})\.(\d{1,4})")]
    private static partial Regex Numbers();
}
