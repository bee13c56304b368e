namespace PerfHunt.Profiling.Dwarf;

/// <summary>How the value of an attribute is written. Source: DWARF 5, table 7.6; numbers from 0x1f01 are GNU's.</summary>
internal static class Form
{
    public const int Address = 0x01;
    public const int Block2 = 0x03;
    public const int Block4 = 0x04;
    public const int Data2 = 0x05;
    public const int Data4 = 0x06;
    public const int Data8 = 0x07;
    public const int InlineText = 0x08;
    public const int Block = 0x09;
    public const int Block1 = 0x0a;
    public const int Data1 = 0x0b;
    public const int Flag = 0x0c;
    public const int SignedData = 0x0d;
    public const int Text = 0x0e;
    public const int UnsignedData = 0x0f;
    public const int ReferenceAddress = 0x10;
    public const int Reference1 = 0x11;
    public const int Reference2 = 0x12;
    public const int Reference4 = 0x13;
    public const int Reference8 = 0x14;
    public const int ReferenceUnsigned = 0x15;
    public const int Indirect = 0x16;
    public const int SectionOffset = 0x17;
    public const int Expression = 0x18;
    public const int FlagPresent = 0x19;
    public const int TextIndex = 0x1a;
    public const int AddressIndex = 0x1b;
    public const int ReferenceOther4 = 0x1c;
    public const int TextOther = 0x1d;
    public const int Data16 = 0x1e;
    public const int LineText = 0x1f;
    public const int ReferenceType = 0x20;
    public const int ImplicitConstant = 0x21;
    public const int LocationIndex = 0x22;
    public const int RangesIndex = 0x23;
    public const int ReferenceOther8 = 0x24;
    public const int TextIndex1 = 0x25;
    public const int TextIndex2 = 0x26;
    public const int TextIndex3 = 0x27;
    public const int TextIndex4 = 0x28;
    public const int AddressIndex1 = 0x29;
    public const int AddressIndex2 = 0x2a;
    public const int AddressIndex3 = 0x2b;
    public const int AddressIndex4 = 0x2c;
    public const int GnuAddressIndex = 0x1f01;
    public const int GnuTextIndex = 0x1f02;
    public const int GnuReferenceOther = 0x1f20;
    public const int GnuTextOther = 0x1f21;
}
