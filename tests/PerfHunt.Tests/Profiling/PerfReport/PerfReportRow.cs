namespace PerfHunt.Tests.Profiling.PerfReport;

/// <summary>One row of perf's table: one symbol in one thread name.</summary>
/// <param name="ChildrenPercent">Inclusive share, percent, rounded by perf to two decimals; null without the column.</param>
/// <param name="Samples">Samples in the symbol itself.</param>
/// <param name="Period">Sum of their periods.</param>
/// <param name="Module">File name of the module.</param>
/// <param name="Level">Privilege level, the letter in <c>[.]</c>: <c>.</c> user, <c>k</c> kernel, <c>g</c> guest kernel, <c>u</c> guest user, <c>H</c> hypervisor.</param>
/// <param name="Symbol">The demangled name, or an address in hex.</param>
internal readonly record struct PerfReportRow(
    double? ChildrenPercent, long Samples, ulong Period, string Module, char Level, string Symbol);
