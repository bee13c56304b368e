using System.Globalization;

namespace PerfHunt.Build.Arguments;

/// <summary>One of our own arguments, as the help text, the README and the checks know it.</summary>
/// <param name="Name">The name without dashes.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Placeholder">What the value is called in help texts; empty for a flag; for a choice its words, separated by <c>|</c>.</param>
/// <param name="Default">What holds when it is not given, in words.</param>
/// <param name="Unit">The unit of the value, or empty.</param>
/// <param name="Help">What it does, one sentence without a full stop.</param>
public sealed record Argument(string Name, ArgumentKind Kind, string Placeholder, string Default, string Unit, string Help)
{
    /// <summary>The smallest number that is accepted.</summary>
    public long Minimum { get; init; }

    /// <summary>The largest number that is accepted.</summary>
    public long Maximum { get; init; } = long.MaxValue;

    /// <summary>As a person writes it, such as <c>--iterations=N</c>.</summary>
    public string Usage => Kind switch
    {
        ArgumentKind.Flag => $"--{Name}",
        ArgumentKind.OptionalText => $"--{Name}[={Placeholder}]",
        _ => $"--{Name}={Placeholder}",
    };

    /// <summary>What is wrong with a value, or null. A value that was not given is null.</summary>
    public string? Complaint(string? value) => Kind switch
    {
        ArgumentKind.Flag => value is null or "true" or "false" ? null : $"takes no value, but got '{value}'",
        ArgumentKind.OptionalText => value?.Contains('<', StringComparison.Ordinal) == true ? "must not contain '<'" : null,
        _ when string.IsNullOrWhiteSpace(value) => "needs a value",
        ArgumentKind.Number when !IsNumber(value) => $"needs a whole number{Range()}, but got '{value}'",
        ArgumentKind.Choice when !Placeholder.Split('|').Contains(value) => $"must be one of {Placeholder.Replace("|", ", ", StringComparison.Ordinal)}, but is '{value}'",
        _ => null,
    };

    private bool IsNumber(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= Minimum && number <= Maximum;

    private string Range() => Maximum == long.MaxValue ? $" from {Minimum}" : $" from {Minimum} to {Maximum}";
}
