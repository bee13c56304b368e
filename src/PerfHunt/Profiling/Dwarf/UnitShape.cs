namespace PerfHunt.Profiling.Dwarf;

/// <summary>What the forms of a unit depend on.</summary>
/// <param name="Version">DWARF version, 2 to 5.</param>
/// <param name="AddressBytes">Length of an address.</param>
/// <param name="OffsetBytes">Length of an offset: 4, or 8 in the 64-bit format.</param>
internal readonly record struct UnitShape(int Version, int AddressBytes, int OffsetBytes);
