using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>
/// What only measures, and hunts nothing, takes place beside the hunt: slots, suite and rule are those of a hunt, workspace and state
/// are of its own and of no use to anybody afterwards.
/// </summary>
internal static class SideHunt
{
    /// <summary>The place beside a hunt's.</summary>
    /// <param name="hunt">The place of the hunt.</param>
    /// <param name="folder">The workspace to use, absolute.</param>
    public static HuntPlace PlaceIn(HuntPlace hunt, string folder)
    {
        var workspace = new Workspace(folder);
        return hunt with
        {
            Workspace = workspace,
            Config = hunt.Config with { Paths = hunt.Config.Paths with { State = Path.Combine(workspace.Root, "state.json") } },
        };
    }

    /// <summary>The state to begin with. The gate is no part of it: whether tests pass is told by those who run them.</summary>
    /// <param name="session">A session at such a place.</param>
    /// <param name="commit">The baseline.</param>
    public static HuntState Begin(HuntSession session, string commit) => new HuntState().In(Phase.Baselined).WithHunt(hunt => hunt with
    {
        StartedAt = Text.UtcLabel(session.Tools.Clock),
        RandomSeed = session.Options.RandomSeed ?? HuntOptions.DefaultSeed,
        Metric = session.Options.Metric ?? "",
        StartCommit = commit,
        HeadCommit = commit,
        GatePassedOnStart = true,
        CheckPassedOnStart = true,
    });
}
