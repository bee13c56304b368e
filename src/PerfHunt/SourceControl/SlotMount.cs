namespace PerfHunt.SourceControl;

/// <summary>A slot at the path where it is built; disposing puts it back.</summary>
public sealed class SlotMount : IDisposable
{
    private readonly SlotMounts _mounts;
    private readonly string _slot;

    internal SlotMount(SlotMounts mounts, string slot)
    {
        _mounts = mounts;
        _slot = slot;
        Folder = mounts.FolderOf(slot);
    }

    /// <summary>Where the slot is meanwhile.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public void Dispose() => _mounts.Unmount(_slot);
}
