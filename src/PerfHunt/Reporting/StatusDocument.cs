using Newtonsoft.Json.Linq;
using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>Where a hunt stands, for programs: the fields of <see cref="ResultDocument"/>, and where it is in the loop.</summary>
public static class StatusDocument
{
    /// <summary>The status of a repository.</summary>
    /// <param name="report">The hunt; null when none has begun.</param>
    /// <param name="holder">Who works on it now; null when nobody does.</param>
    public static JObject Of(HuntReport? report, string? holder)
    {
        var document = report is null ? new JObject { ["schema_version"] = HuntReport.SchemaVersion } : ResultDocument.Of(report);
        document["kind"] = "status";
        document["begun"] = report is not null;
        document["running"] = holder;
        if (report is not null)
        {
            var next = NextStep.After(report.State);
            document["phase"] = report.State.Phase.ToString();
            document["iteration"] = report.State.Iteration;
            document["next_target"] = next.Target.Length > 0 ? next.Target : null;
            document["hotspot"] = Hotspot(report.State.CurrentHotspot);
        }

        return document;
    }

    private static JToken Hotspot(CurrentHotspot? hotspot) => hotspot is null ? JValue.CreateNull() : new JObject
    {
        ["function"] = hotspot.Function,
        ["self_percent"] = hotspot.MaxSelfPct,
        ["ticket_id"] = hotspot.TicketId,
        ["attempts"] = hotspot.Attempts.Length,
    };
}
