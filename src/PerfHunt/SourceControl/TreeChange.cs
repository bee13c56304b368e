namespace PerfHunt.SourceControl;

/// <summary>One path on which two trees differ. Renames count as a removal and an addition.</summary>
/// <param name="Path">The path from the root, names divided by <c>/</c>.</param>
/// <param name="OldMode">Its mode before.</param>
/// <param name="NewMode">Its mode after.</param>
/// <param name="NewId">The object id after; all zeros when removed.</param>
/// <param name="NewBytes">Size after, bytes; 0 when removed and for submodules.</param>
/// <param name="IsBinary">Whether git takes the content, before or after, for binary (a NUL byte near its start).</param>
public sealed record TreeChange(string Path, EntryMode OldMode, EntryMode NewMode, string NewId, long NewBytes, bool IsBinary)
{
    /// <summary>True when the path is new.</summary>
    public bool IsAdded => OldMode == EntryMode.None;

    /// <summary>True when the path is gone.</summary>
    public bool IsRemoved => NewMode == EntryMode.None;

    /// <summary>True when a file became executable or stopped being so.</summary>
    public bool ChangesExecutability => (OldMode, NewMode) is (EntryMode.File, EntryMode.Executable) or (EntryMode.Executable, EntryMode.File);
}
