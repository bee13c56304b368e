namespace PerfHunt.Profiling.Dwarf;

/// <summary>An attribute of an entry.</summary>
/// <param name="Name">DW_AT_ value.</param>
/// <param name="Form">How it was written.</param>
/// <param name="Value">The number, or the place of the text.</param>
internal readonly record struct AttributeValue(int Name, int Form, ulong Value);
