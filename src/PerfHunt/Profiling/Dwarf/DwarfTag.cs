namespace PerfHunt.Profiling.Dwarf;

/// <summary>Kinds of entries that matter here. Source: DWARF 5, table 7.3.</summary>
internal static class DwarfTag
{
    public const int Array = 0x01;
    public const int Class = 0x02;
    public const int Enumeration = 0x04;
    public const int Structure = 0x13;
    public const int FunctionType = 0x15;
    public const int Union = 0x17;
    public const int Inlined = 0x1d;
    public const int Function = 0x2e;
}
