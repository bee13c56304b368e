namespace PerfHunt.Profiling.Recordings;

/// <summary>A recording that was made.</summary>
/// <param name="DataFile">Path of the <c>perf.data</c> file.</param>
/// <param name="Event">The event that was sampled, as it was given to perf.</param>
/// <param name="FrequencyHz">Samples asked for, per second and processor.</param>
/// <param name="HasCallChains">Whether each sample carries its callers.</param>
public sealed record Recording(string DataFile, string Event, int FrequencyHz, bool HasCallChains);
