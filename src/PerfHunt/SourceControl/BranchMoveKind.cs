namespace PerfHunt.SourceControl;

/// <summary>Ways in which an attempt to move a branch ends.</summary>
public enum BranchMoveKind
{
    /// <summary>The branch was moved, or created.</summary>
    Moved,

    /// <summary>The branch was there already: an earlier attempt succeeded.</summary>
    AlreadyThere,

    /// <summary>The branch was left as it is: it is not where the hunt left it, is checked out, or is locked.</summary>
    Refused,
}
