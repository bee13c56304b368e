namespace PerfHunt.Profiling.Dwarf;

/// <summary>Writes and reads a unit's index as bytes.</summary>
internal static class UnitBlock
{
    /// <summary>The bytes of an index.</summary>
    public static byte[] Write(UnitIndex unit)
    {
        var writer = new BlockWriter();
        writer.Numbers<ulong>([unit.Base]);
        writer.Numbers<uint>(unit.ScopeStarts);
        writer.Numbers<int>(unit.ScopeNumbers);
        writer.Numbers<int>(unit.Callers);
        writer.Numbers<int>(unit.Names);
        writer.Numbers<int>(unit.DeclarationLines);
        writer.Numbers<int>(unit.CallFiles);
        writer.Numbers<int>(unit.CallLines);
        writer.Numbers<uint>(unit.RowStarts);
        writer.Numbers<int>(unit.RowFiles);
        writer.Numbers<int>(unit.RowLines);
        writer.Numbers<byte>(unit.NameTexts.Bytes);
        writer.Numbers<int>(unit.NameTexts.Ends);
        writer.Numbers<byte>(unit.FileTexts.Bytes);
        writer.Numbers<int>(unit.FileTexts.Ends);
        return writer.ToArray();
    }

    /// <summary>The index of bytes; null when they are damaged.</summary>
    public static UnitIndex? Read(byte[] bytes)
    {
        var reader = new BlockReader(bytes);
        var from = reader.Numbers<ulong>();
        var unit = new UnitIndex
        {
            Base = from.Length == 1 ? from[0] : 0,
            ScopeStarts = reader.Numbers<uint>(),
            ScopeNumbers = reader.Numbers<int>(),
            Callers = reader.Numbers<int>(),
            Names = reader.Numbers<int>(),
            DeclarationLines = reader.Numbers<int>(),
            CallFiles = reader.Numbers<int>(),
            CallLines = reader.Numbers<int>(),
            RowStarts = reader.Numbers<uint>(),
            RowFiles = reader.Numbers<int>(),
            RowLines = reader.Numbers<int>(),
            NameTexts = new TextPool(reader.Numbers<byte>(), reader.Numbers<int>()),
            FileTexts = new TextPool(reader.Numbers<byte>(), reader.Numbers<int>()),
        };
        return reader.IsSound && HasEqualLengths(unit) ? unit : null;
    }

    private static bool HasEqualLengths(UnitIndex unit) =>
        unit.ScopeStarts.Length == unit.ScopeNumbers.Length
        && unit.Callers.Length == unit.Names.Length && unit.Callers.Length == unit.DeclarationLines.Length
        && unit.Callers.Length == unit.CallFiles.Length && unit.Callers.Length == unit.CallLines.Length
        && unit.RowStarts.Length == unit.RowFiles.Length && unit.RowStarts.Length == unit.RowLines.Length;
}
