namespace PerfHunt.Profiling.Unwinding;

/// <summary>The unwinding rules of one function (FDE).</summary>
/// <param name="Start">First address.</param>
/// <param name="Length">Bytes of code.</param>
/// <param name="Common">What it shares with others.</param>
/// <param name="ProgramStart">Where its instructions begin in the section.</param>
/// <param name="ProgramEnd">Where they end.</param>
internal sealed record FrameEntry(ulong Start, ulong Length, FrameCommon Common, int ProgramStart, int ProgramEnd);
