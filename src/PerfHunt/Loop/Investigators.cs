using PerfHunt.Errors;
using PerfHunt.Investigation;

namespace PerfHunt.Loop;

/// <summary>The investigator that the configuration asks for.</summary>
public static class Investigators
{
    /// <summary>Makes it.</summary>
    /// <exception cref="HuntException">There is none of that kind, or it cannot be used.</exception>
    public static IInvestigator For(HuntSession session) => session.Place.Config.Investigator.Kind switch
    {
        "patches" => new PreparedPatchInvestigator(
            PreparedPatches.Load(session.Place.PatchFolder ?? throw NoFolder(session.Place.ConfigFile)), session.Tools.Processes),
        var other => throw new HuntException(
            ExitCode.Usage, $"There is no investigator of the kind '{other}'", "Set investigator.kind to 'patches'.", session.Place.ConfigFile),
    };

    private static HuntException NoFolder(string configFile) => new(
        ExitCode.Usage, "The investigator 'patches' needs a folder", "Set investigator.patches in the configuration.", configFile);
}
