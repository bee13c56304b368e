using System.Globalization;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>How a hunt comes to its end.</summary>
public static class Ending
{
    private const string ByIterations = "its ";

    /// <summary>The state after which nothing more is investigated.</summary>
    /// <param name="state">The state so far.</param>
    /// <param name="reason">Why, as the end of the sentence "The hunt ended because ...".</param>
    public static HuntState Of(HuntState state, string reason) =>
        state.In(Phase.Exhausted).WithHunt(hunt => hunt with { FinishReason = reason });

    /// <summary>The reason of a hunt whose iterations are used up.</summary>
    public static string IterationsUsedUp(int iterations) => string.Create(CultureInfo.InvariantCulture, $"{ByIterations}{iterations} iterations are used up");

    /// <summary>True when only the number of iterations ended the hunt.</summary>
    public static bool WasByIterations(HuntState state) => state.Hunt?.FinishReason.StartsWith(ByIterations, StringComparison.Ordinal) == true;

    /// <summary>What a person can do once the hunt is over, imperative sentences.</summary>
    public static string WhatNext(HuntState state) => WasByIterations(state)
        ? string.Create(CultureInfo.InvariantCulture, $"To go on, give more than --iterations={state.MaxIterations}; to begin a new one, run --target=Reset.")
        : "To begin a new one, run --target=Reset.";

    /// <summary>True when nothing more will be investigated.</summary>
    public static bool IsReached(HuntState state) => state.Phase is Phase.Exhausted or Phase.Finished;
}
