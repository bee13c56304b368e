namespace PerfHunt.Tickets;

/// <summary>Ids of tickets: a prefix from the folder's name, a dash, four characters by chance.</summary>
public static class TicketId
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int RandomLength = 4;
    private const int PrefixFallbackLength = 3;

    /// <summary>
    /// The prefix for tickets of a folder: the first letter of each part of its name (parts are separated by <c>-</c>, <c>_</c> or blanks),
    /// or the name's first three characters when that gives fewer than two. What may not stand in an id is left out.
    /// </summary>
    /// <param name="folderName">The last part of the path of the folder in which tk would be called.</param>
    public static string Prefix(string folderName)
    {
        var letters = string.Concat(folderName.Split(['-', '_', ' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(part => part[0]));
        var prefix = letters.Length < 2 ? folderName[..Math.Min(PrefixFallbackLength, folderName.Length)] : letters;
        var safe = string.Concat(prefix.Where(IsOfId)).TrimStart('.', '-', '_');
        return safe.Length == 0 ? "t" : safe;
    }

    /// <summary>An id that is not taken.</summary>
    /// <param name="prefix">See <see cref="Prefix"/>.</param>
    /// <param name="random">Chooses the four characters.</param>
    /// <param name="isTaken">True for an id that a ticket has.</param>
    public static string New(string prefix, Random random, Func<string, bool> isTaken)
    {
        string id;
        do
        {
            id = $"{prefix}-{new string(random.GetItems<char>(Alphabet, RandomLength))}";
        }
        while (isTaken(id));
        return id;
    }

    /// <summary>True for a text that can be an id: safe as a file name and as an argument.</summary>
    public static bool IsValid(string text) => text.Length > 0 && char.IsLetterOrDigit(text[0]) && text.All(IsOfId);

    private static bool IsOfId(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.';
}
