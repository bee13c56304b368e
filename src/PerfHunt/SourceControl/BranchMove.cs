namespace PerfHunt.SourceControl;

/// <summary>What became of the attempt to move the hunt's branch.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Message">A sentence for the reader; says what to do when the move was refused.</param>
public sealed record BranchMove(BranchMoveKind Kind, string Message)
{
    /// <summary>True when the branch is at the commit now.</summary>
    public bool IsThere => Kind != BranchMoveKind.Refused;
}
