namespace PerfHunt.Configuration.Proposals;

/// <summary>What builds a project, in the order in which it is looked for.</summary>
public enum BuildSystem
{
    /// <summary>Cargo, in the repository of the Vole compiler.</summary>
    Vole,

    /// <summary>Cargo.</summary>
    Cargo,

    /// <summary>The .NET SDK.</summary>
    Dotnet,

    /// <summary>CMake.</summary>
    CMake,

    /// <summary>make, with a makefile that is there or that a configure script makes.</summary>
    Make,
}
