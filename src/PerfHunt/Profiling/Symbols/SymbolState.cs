namespace PerfHunt.Profiling.Symbols;

/// <summary>What became of the search for a module's symbols.</summary>
internal enum SymbolState
{
    /// <summary>There are symbols.</summary>
    Found,

    /// <summary>The file does not exist any more, may not be read, or is no binary.</summary>
    NoFile,

    /// <summary>The file was replaced since the recording, and no copy of the recorded one was found.</summary>
    OtherBuild,

    /// <summary>The file has no symbols, and no debug file was found.</summary>
    Stripped,

    /// <summary>The module never was a file.</summary>
    NotAFile,
}
