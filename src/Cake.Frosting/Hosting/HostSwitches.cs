using Cake.Core.Diagnostics;

namespace Cake.Frosting.Internal;

/// <summary>A command line as the host understands it.</summary>
/// <param name="Command">What to do.</param>
/// <param name="Targets">The targets in the order given; <c>Default</c> when none was.</param>
/// <param name="Verbosity">How much to tell, or null when not given.</param>
/// <param name="Exclusive">True to run without dependencies.</param>
/// <param name="WorkingDirectory">The folder to run in, or null when not given.</param>
/// <param name="Arguments">Every argument by name without dashes; a flag that has no value has null.</param>
internal sealed record HostSwitches(
    HostCommand Command,
    IReadOnlyList<string> Targets,
    Verbosity? Verbosity,
    bool Exclusive,
    string? WorkingDirectory,
    ILookup<string, string?> Arguments)
{
    /// <summary>The target that runs when none is named.</summary>
    public const string DefaultTarget = "Default";
}
