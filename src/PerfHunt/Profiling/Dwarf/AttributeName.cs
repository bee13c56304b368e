namespace PerfHunt.Profiling.Dwarf;

/// <summary>Attributes that matter here. Source: DWARF 5, table 7.5; numbers from 0x2007 are of vendors.</summary>
internal static class AttributeName
{
    public const int Sibling = 0x01;
    public const int Name = 0x03;
    public const int Lines = 0x10;
    public const int LowAddress = 0x11;
    public const int HighAddress = 0x12;
    public const int Folder = 0x1b;
    public const int AbstractOrigin = 0x31;
    public const int DeclarationLine = 0x3b;
    public const int Specification = 0x47;
    public const int Ranges = 0x55;
    public const int CallFile = 0x58;
    public const int CallLine = 0x59;
    public const int LinkageName = 0x6e;
    public const int TextOffsetsBase = 0x72;
    public const int AddressBase = 0x73;
    public const int RangeListsBase = 0x74;
    public const int SplitName = 0x76;
    public const int MipsLinkageName = 0x2007;
    public const int GnuSplitName = 0x2130;
    public const int GnuAddressBase = 0x2133;
}
