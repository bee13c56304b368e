using PerfHunt.Configuration;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>What an investigation may still use up.</summary>
public static class Limits
{
    /// <summary>How many candidates are asked for at a time. A person makes one.</summary>
    public static int Candidates(HuntSession session) =>
        session.Place.Config.Investigator.Kind == InvestigatorConfig.ManualKind ? 1 : session.Options.Attempts;

    /// <summary>
    /// The time that is left for each candidate at a hotspot; zero when it is used up. Where several are asked for at a time, each has the
    /// whole limit, and what the hunt's own budget leaves is shared.
    /// </summary>
    public static TimeSpan TimeLeft(HuntSession session, CurrentHotspot hotspot)
    {
        var spentSeconds = hotspot.Attempts.Sum(attempt => attempt.InvestigatorSeconds) / Candidates(session);
        var left = TimeSpan.FromMinutes(session.Place.Config.Investigator.Minutes) - TimeSpan.FromSeconds(spentSeconds);
        var shorter = AgentTimeLeft(session, hotspot) / Candidates(session) is { } budget && budget < left ? budget : left;
        return shorter > TimeSpan.Zero ? shorter : TimeSpan.Zero;
    }

    /// <summary>True when the investigator has worked as long in this hunt as the caller allows.</summary>
    public static bool AgentTimeIsUp(HuntSession session) => AgentTimeLeft(session, session.State.CurrentHotspot) <= TimeSpan.Zero;

    private static TimeSpan? AgentTimeLeft(HuntSession session, CurrentHotspot? hotspot) => session.Options.AgentTimeLimit - TimeSpan.FromSeconds(
        session.State.Investigated.SelectMany(entry => entry.Attempts).Concat(hotspot?.Attempts ?? []).Sum(attempt => attempt.InvestigatorSeconds));

    /// <summary>
    /// True when the investigator may be asked once more for this hotspot. An attempt in which the investigator itself failed does not
    /// use the hotspot up; too many of those in a row end the hunt.
    /// </summary>
    public static bool AllowAnotherAttempt(HuntSession session, CurrentHotspot hotspot) =>
        hotspot.Attempts.Count(attempt => attempt.Outcome != Outcomes.InvestigatorError) < session.Place.Config.Investigator.Attempts && TimeLeft(session, hotspot) > TimeSpan.Zero;
}
