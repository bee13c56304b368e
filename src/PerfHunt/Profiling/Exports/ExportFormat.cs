namespace PerfHunt.Profiling.Exports;

/// <summary>Forms in which other programs read profiles.</summary>
public enum ExportFormat
{
    /// <summary>One line a stack: <c>outer;inner count</c>.</summary>
    Folded,

    /// <summary>JSON of the speedscope viewer.</summary>
    Speedscope,

    /// <summary>Compressed protocol buffer of <c>pprof</c>.</summary>
    Pprof,

    /// <summary>JSON of the Firefox Profiler.</summary>
    Firefox,
}
