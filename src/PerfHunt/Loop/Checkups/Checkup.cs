
namespace PerfHunt.Loop.Checkups;

/// <summary>
/// Tries everything that a hunt rests on, up to the baseline measured against itself. No hunt begins, and none is touched: as a
/// comparison, it has a workspace and a state of its own.
/// </summary>
public static class Checkup
{
    /// <summary>Where the checkup of a hunt's place takes place.</summary>
    public static HuntPlace PlaceFor(HuntPlace hunt)
    {
        var place = SideHunt.PlaceIn(hunt, hunt.Workspace.Checkup);
        return place with { Config = place.Config with { Paths = place.Config.Paths with { History = Path.Combine(place.Workspace.Root, "history.jsonl") } } };
    }

    /// <summary>Looks at everything. What is wrong is a row, not an exception.</summary>
    /// <param name="session">A session at <see cref="PlaceFor"/>.</param>
    /// <param name="hunt">The place of the hunt.</param>
    public static CheckupReport Run(HuntSession session, HuntPlace hunt)
    {
        Directory.CreateDirectory(session.Place.Workspace.Root);
        List<CheckupRow> rows = [.. ToolRows.Of(session), .. PlaceRows.Of(session, hunt), .. KernelRows.Of(session)];
        if (rows.Any(row => row.State == CheckupState.Fault && row.Subject != PlaceRows.WorkTree && row.Subject != PlaceRows.Investigator))
        {
            rows.Add(new("program, gate and workloads", CheckupState.Unknown, "not looked at: the faults above come first"));
        }
        else
        {
            session.Save(SideHunt.Begin(session, session.User.Head!));
            new ProgramRows(session).AddTo(rows);
        }

        return new(session.Place.Repository, [.. rows]);
    }
}
