using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>What an investigation may still use up.</summary>
public static class Limits
{
    /// <summary>The time that is left for a hotspot; zero when it is used up.</summary>
    public static TimeSpan TimeLeft(HuntSession session, CurrentHotspot hotspot)
    {
        var spentSeconds = hotspot.Attempts.Sum(attempt => attempt.InvestigatorSeconds);
        var left = TimeSpan.FromMinutes(session.Place.Config.Investigator.Minutes) - TimeSpan.FromSeconds(spentSeconds);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>
    /// True when the investigator may be asked once more for this hotspot. An attempt in which the investigator itself failed does not
    /// use the hotspot up; too many of those in a row end the hunt.
    /// </summary>
    public static bool AllowAnotherAttempt(HuntSession session, CurrentHotspot hotspot) =>
        hotspot.Attempts.Count(attempt => attempt.Outcome != Outcomes.InvestigatorError) < session.Place.Config.Investigator.Attempts && TimeLeft(session, hotspot) > TimeSpan.Zero;
}
