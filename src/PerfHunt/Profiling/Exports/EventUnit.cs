namespace PerfHunt.Profiling.Exports;

/// <summary>What the period of an event counts.</summary>
internal static class EventUnit
{
    /// <summary>True for the clocks of the kernel, whose periods are nanoseconds.</summary>
    public static bool IsTime(string eventName) => eventName.Split(':')[0] is "cpu-clock" or "task-clock";
}
