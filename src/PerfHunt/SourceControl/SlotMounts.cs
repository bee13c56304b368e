using PerfHunt.Files;

namespace PerfHunt.SourceControl;

/// <summary>
/// Moves slots to the common build path and back, one at a time. A marker file is written before a slot leaves and removed after it is
/// back, so that whatever the moment of a kill, <see cref="Recover"/> knows whose folder stands there:
/// <list type="number">
/// <item>marker written, slot still at home: only the marker is removed;</item>
/// <item>slot moved: it is moved back, then the marker is removed;</item>
/// <item>moved back, marker still there: as 1.</item>
/// </list>
/// </summary>
internal sealed class SlotMounts(HuntRepository repository, bool inPlace)
{
    private readonly WorkspaceLayout layout = repository.Layout;
    private string? mounted;

    /// <summary>Where a slot is now.</summary>
    public string FolderOf(string slot) => mounted == slot && !inPlace ? layout.Mount : layout.Slot(slot);

    /// <summary>Moves a slot to the build path.</summary>
    /// <exception cref="InvalidOperationException">A slot is mounted.</exception>
    public SlotMount Mount(string slot)
    {
        if (mounted is not null)
        {
            throw new InvalidOperationException($"Slot {mounted} is mounted; there is one build path.");
        }

        if (!inPlace)
        {
            AtomicFile.Write(layout.MountMarker, slot);
            Directory.Move(layout.Slot(slot), layout.Mount);
        }

        mounted = slot;
        return new SlotMount(this, slot);
    }

    /// <summary>Moves a slot back; does nothing when it is not mounted.</summary>
    public void Unmount(string slot)
    {
        if (mounted == slot && !inPlace)
        {
            Directory.Move(layout.Mount, layout.Slot(slot));
            File.Delete(layout.MountMarker);
        }

        mounted = mounted == slot ? null : mounted;
    }

    /// <summary>Puts back what a killed hunt left at the build path, and takes the locks of a killed git off the slots' indexes. Call it under the repository's lock.</summary>
    public void Recover()
    {
        File.Delete($"{layout.Index("a")}.lock");
        File.Delete($"{layout.Index("b")}.lock");
        if (Directory.Exists(layout.Mount))
        {
            var home = File.Exists(layout.MountMarker) ? layout.Slot(File.ReadAllText(layout.MountMarker)) : null;
            if (home is not null && !Directory.Exists(home))
            {
                Directory.Move(layout.Mount, home);
            }
            else
            {
                // Nobody's: the next checkout makes whatever slot is missing.
                repository.Remove(layout.Mount);
            }
        }

        File.Delete(layout.MountMarker);
    }
}
