using System.Collections.Immutable;
using PerfHunt.Errors;

namespace PerfHunt.Investigation;

/// <summary>Prepared patches in the order of their file names.</summary>
/// <param name="Patches">The patches.</param>
public sealed record PreparedPatches(ImmutableArray<PreparedPatch> Patches)
{
    /// <summary>Reads every <c>*.patch</c> of a folder.</summary>
    /// <exception cref="HuntException">The folder is missing, or a patch cannot be read.</exception>
    public static PreparedPatches Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new HuntException(
                ExitCode.InvestigatorUnusable, "The folder of prepared patches does not exist", "Correct investigator.patches in the configuration.", folder);
        }

        var files = Directory.GetFiles(folder, "*.patch").Order(StringComparer.Ordinal);
        return new PreparedPatches([.. files.Select(file =>
            PreparedPatchReader.Read(Path.GetFileName(file), File.ReadAllText(file))
                .OrThrow(ExitCode.InvestigatorUnusable, "Correct the patch's header, or take the file away."))]);
    }

    /// <summary>The next patch to try for a function, or null.</summary>
    /// <param name="function">The hotspot.</param>
    /// <param name="tried">Names of patches that were tried before.</param>
    /// <param name="committed">Names of patches that were committed.</param>
    public PreparedPatch? Next(string function, IReadOnlySet<string> tried, IReadOnlySet<string> committed) =>
        Patches.FirstOrDefault(patch =>
            patch.Hotspot == function && !tried.Contains(patch.Name) && patch.DependsOn.All(committed.Contains));

    /// <summary>The functions that patches are left for, each once.</summary>
    /// <param name="tried">Names of patches that were tried before.</param>
    public IEnumerable<string> HotspotsLeft(IReadOnlySet<string> tried) => Patches.Where(patch => !tried.Contains(patch.Name)).Select(patch => patch.Hotspot).Distinct();
}
