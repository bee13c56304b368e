using System.Collections.Immutable;

namespace PerfHunt.Profiling.Lines;

/// <summary>The source lines and the inlined functions of one binary, from its debug information.</summary>
public sealed class SourceIndex : IDisposable
{
    /// <summary>Opens a binary, or the debug file that belongs to it.</summary>
    /// <param name="path">The binary.</param>
    /// <param name="buildId">The build id that it must have, lower-case hex; null to take it as it is. Of another build nothing is known.</param>
    /// <param name="cacheFolder">Where what was read is kept by build id; null to keep nothing.</param>
    public static SourceIndex Open(string path, string? buildId = null, string? cacheFolder = null)
    {
        _ = (path, buildId, cacheFolder);
        return new SourceIndex();
    }

    /// <summary>What is at an address, innermost function first; empty when nothing is known.</summary>
    /// <param name="address">Virtual address as the linker laid it out.</param>
    public ImmutableArray<SourceFrame> FramesAt(ulong address)
    {
        _ = (this, address);
        return [];
    }

    /// <summary>Keeps what was read.</summary>
    public void Dispose()
    {
    }
}
