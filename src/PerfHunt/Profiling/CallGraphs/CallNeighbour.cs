namespace PerfHunt.Profiling.CallGraphs;

/// <summary>A function that calls another one or is called by it.</summary>
/// <param name="Symbol">Its demangled name.</param>
/// <param name="Module">File name of its module.</param>
/// <param name="Percent">Share of the samples of the function that was asked for, percent (0-100).</param>
public sealed record CallNeighbour(string Symbol, string Module, double Percent);
