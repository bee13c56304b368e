namespace PerfHunt.Build.Arguments;

/// <summary>The switches that Frosting reads itself; we only have to know them apart from mistakes.</summary>
public static class CakeSwitches
{
    /// <summary>Switches that take a value.</summary>
    public static IReadOnlyList<string> WithValue { get; } = ["target", "t", "verbosity", "v", "working", "w"];

    /// <summary>Switches without a value.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "exclusive", "e", "description", "descriptions", "showdescription", "tree", "showtree", "dryrun", "noop", "whatif",
        "version", "info", "help", "h",
    ];

    /// <summary>What <c>--verbosity</c> takes.</summary>
    public static IReadOnlyList<string> Verbosities { get; } = ["quiet", "minimal", "normal", "verbose", "diagnostic"];

    /// <summary>The one-letter forms of the verbosities.</summary>
    public static IReadOnlyList<string> ShortVerbosities { get; } = ["q", "m", "n", "v", "d"];
}
