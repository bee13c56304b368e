namespace PerfHunt.SourceControl;

/// <summary>A slot at the path where it is built; disposing puts it back.</summary>
public sealed class SlotMount : IDisposable
{
    private readonly SlotMounts mounts;
    private readonly string slot;

    internal SlotMount(SlotMounts mounts, string slot)
    {
        this.mounts = mounts;
        this.slot = slot;
        Folder = mounts.FolderOf(slot);
    }

    /// <summary>Where the slot is meanwhile.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public void Dispose() => mounts.Unmount(slot);
}
