namespace PerfHunt.Profiling.Dwarf;

/// <summary>One attribute of an abbreviation.</summary>
/// <param name="Name">DW_AT_ value.</param>
/// <param name="Form">DW_FORM_ value.</param>
/// <param name="Implicit">The value itself for DW_FORM_implicit_const.</param>
internal readonly record struct AttributeShape(int Name, int Form, long Implicit);
