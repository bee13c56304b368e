namespace PerfHunt.Profiling.Exports;

/// <summary>What viewers call a thread.</summary>
internal static class ThreadTitle
{
    /// <summary>Its name and number; the event where threads are not told apart.</summary>
    public static string Of(ThreadShare thread, Profile profile) =>
        thread.Tid == 0 ? profile.Event : FormattableString.Invariant($"{thread.Name} ({thread.Tid})").TrimStart();
}
