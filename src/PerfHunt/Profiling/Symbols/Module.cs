namespace PerfHunt.Profiling.Symbols;

/// <summary>A binary, a library or another thing with code in a recorded process.</summary>
/// <param name="Path">As the kernel told it.</param>
/// <param name="Name">As people call it: the file name, or a name in brackets.</param>
/// <param name="Id">Number in the recording, from 0.</param>
/// <param name="PerfMapPid">For code that a just-in-time compiler made: the process; -1 for all else.</param>
internal sealed record Module(string Path, string Name, int Id, int PerfMapPid)
{
    /// <summary>Its build id in the recording, lower-case hex; null when it was not recorded.</summary>
    public string? BuildId { get; init; }

    /// <summary>The folder of the recording, where copies of binaries may be kept by build id; null when it lies in no file.</summary>
    public string? KeptIn { get; init; }

    /// <summary>The module as the profile names it.</summary>
    public ModuleUse Use => new(Path, BuildId) { KeptIn = KeptIn };

    /// <summary>True for what a file may be found of; false for the kernel's own pages and for code that lies in no file.</summary>
    public bool IsFile => Path.StartsWith('/') && !IsGenerated;

    /// <summary>True for code that lies in no file.</summary>
    public bool IsGenerated => PerfMapPid >= 0;
}
