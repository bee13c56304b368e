using System.Globalization;

namespace PerfHunt.SourceControl;

/// <summary>All that goes into a commit of the hunt; equal values give one and the same commit id, so that a repeated call after a crash makes nothing new.</summary>
/// <param name="Tree">Full id of the tree: exactly what was measured.</param>
/// <param name="Parent">Full id of the parent commit.</param>
/// <param name="Message">Subject, and after an empty line the body.</param>
/// <param name="Date">Author's and committer's date, whole seconds; take it from the state, not from the clock.</param>
/// <param name="Identity">Author and committer.</param>
public sealed record HuntCommit(string Tree, string Parent, string Message, DateTimeOffset Date, CommitIdentity Identity)
{
    /// <summary>The date as git reads it: seconds since 1970 and the zone.</summary>
    internal string GitDate => string.Create(
        CultureInfo.InvariantCulture,
        $"{Date.ToUnixTimeSeconds()} {(Date.Offset < TimeSpan.Zero ? '-' : '+')}{Date.Offset:hhmm}");
}
