using PerfHunt.Errors;

namespace PerfHunt.Profiling;

/// <summary>Reads a recording of <c>perf record</c>.</summary>
public interface IProfileReader
{
    /// <summary>Reads a recording; what is wrong with its content is a located error, never an exception.</summary>
    /// <param name="recording">Path of the recording (<c>perf.data</c>).</param>
    /// <param name="cancellation">Ends the reading early.</param>
    Parsed<Profile> Read(string recording, CancellationToken cancellation = default);
}
