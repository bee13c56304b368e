using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.AddressSpaces;

/// <summary>A range of addresses of a process and what lies there.</summary>
/// <param name="Start">First address.</param>
/// <param name="End">First address behind it.</param>
/// <param name="FileOffset">Where in the module's file the range begins.</param>
/// <param name="FromNs">Since when, in the recording's clock.</param>
/// <param name="Module">The binary or library.</param>
internal sealed record Mapping(ulong Start, ulong End, ulong FileOffset, ulong FromNs, Module Module)
{
    /// <summary>True when the address lies in the range.</summary>
    public bool Covers(ulong address) => address >= Start && address < End;

    /// <summary>The address as an offset in the module's file; in a module of generated code, the address itself.</summary>
    public ulong InModule(ulong address) => Module.IsGenerated ? address : unchecked(address - Start + FileOffset);
}
