namespace PerfHunt.Build.Arguments;

/// <summary>What an argument takes.</summary>
public enum ArgumentKind
{
    /// <summary>Nothing: it is there or not.</summary>
    Flag,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A text that may be left out.</summary>
    OptionalText,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One of a few words.</summary>
    Choice,
}
