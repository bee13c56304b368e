namespace PerfHunt.SourceControl;

/// <summary>What git keeps of an entry's kind and permissions. git's octal modes: 100644, 100755, 120000, 160000.</summary>
public enum EntryMode
{
    /// <summary>There is no entry.</summary>
    None,

    /// <summary>A plain file (100644).</summary>
    File,

    /// <summary>An executable file (100755).</summary>
    Executable,

    /// <summary>A symbolic link (120000).</summary>
    Link,

    /// <summary>A commit of another repository (160000).</summary>
    Submodule,
}
