namespace PerfHunt.SourceControl;

/// <summary>Names of git objects: full hexadecimal ids, so that no argument can be taken for an option or a moving name.</summary>
public static class ObjectId
{
    private const int Sha1Length = 40;
    private const int Sha256Length = 64;

    /// <summary>Whether the text is a full object id, lower-case hexadecimal.</summary>
    public static bool IsOne(string text) =>
        text.Length is Sha1Length or Sha256Length && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The text, when it is a full object id.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static string Require(string text) =>
        IsOne(text) ? text : throw new ArgumentException($"A full object id was expected, not '{text}'.", nameof(text));
}
