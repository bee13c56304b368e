namespace PerfHunt.Investigation;

/// <summary>The places of one attempt, outside the clone. Our own program may write in some of them, the agent in the others.</summary>
/// <param name="Root">The attempt's folder, absolute.</param>
public sealed record AgentFolder(string Root)
{
    /// <summary>The agent's standard output and error, capped.</summary>
    public string Output => Path.Combine(Root, "agent");

    /// <summary>Programs that come first on the agent's PATH.</summary>
    public string Programs => Path.Combine(Root, "bin");

    /// <summary>All that the agent may write outside its clone.</summary>
    public string Scratch => Path.Combine(Root, "scratch");

    /// <summary>Its HOME, when it gets one of its own.</summary>
    public string Home => Path.Combine(Scratch, "home");

    /// <summary>Its TMPDIR.</summary>
    public string Temporary => Path.Combine(Scratch, "tmp");

    /// <summary>Its notes for the ticket, one file each.</summary>
    public string Notes => Path.Combine(Scratch, "notes");

    /// <summary>
    /// What its git takes for the user's settings, and writes when it is told to change them (<c>git config --global</c>); with a name,
    /// without which git refuses to commit.
    /// </summary>
    public string GitSettings => Path.Combine(Scratch, "gitconfig");

    /// <summary>What stands there at first.</summary>
    public const string GitSettingsText = "[user]\n\tname = Investigator\n\temail = investigator@localhost\n";

    /// <summary>Where it may say what it did.</summary>
    public string ResultFile => Path.Combine(Scratch, "result.json");
}
