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
    private readonly WorkspaceLayout _layout = repository.Layout;
    private string? _mounted;

    /// <summary>Where a slot is now.</summary>
    public string FolderOf(string slot) => _mounted == slot && !inPlace ? _layout.Mount : _layout.Slot(slot);

    /// <summary>Moves a slot to the build path.</summary>
    /// <exception cref="InvalidOperationException">A slot is mounted.</exception>
    public SlotMount Mount(string slot)
    {
        if (_mounted is not null)
        {
            throw new InvalidOperationException($"Slot {_mounted} is mounted; there is one build path.");
        }

        if (!inPlace)
        {
            AtomicFile.Write(_layout.MountMarker, slot);
            Directory.Move(_layout.Slot(slot), _layout.Mount);
        }

        _mounted = slot;
        return new SlotMount(this, slot);
    }

    /// <summary>Moves a slot back; does nothing when it is not mounted.</summary>
    public void Unmount(string slot)
    {
        if (_mounted == slot && !inPlace)
        {
            Directory.Move(_layout.Mount, _layout.Slot(slot));
            File.Delete(_layout.MountMarker);
        }

        _mounted = _mounted == slot ? null : _mounted;
    }

    /// <summary>Puts back what a killed hunt left at the build path, and takes the locks of a killed git off the slots' indexes. Call it under the repository's lock.</summary>
    public void Recover()
    {
        File.Delete($"{_layout.Index("a")}.lock");
        File.Delete($"{_layout.Index("b")}.lock");
        if (Directory.Exists(_layout.Mount))
        {
            var home = File.Exists(_layout.MountMarker) ? _layout.Slot(File.ReadAllText(_layout.MountMarker)) : null;
            if (home is not null && !Directory.Exists(home))
            {
                Directory.Move(_layout.Mount, home);
            }
            else
            {
                // Nobody's: the next checkout makes whatever slot is missing.
                repository.Remove(_layout.Mount);
            }
        }

        File.Delete(_layout.MountMarker);
    }
}
