using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Loop.Checkups;

/// <summary>One thing that a hunt rests on.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="State">How it is.</param>
/// <param name="Found">What was found, with figures.</param>
/// <param name="Remedy">What to do, an imperative; empty where there is nothing to do.</param>
public sealed record CheckupRow(string Subject, CheckupState State, string Found, string Remedy = "")
{
    /// <summary>A row for what is as it should be.</summary>
    public static CheckupRow Good(string subject, string found) => new(subject, CheckupState.Good, found);

    /// <summary>A row for what a failure tells; of a failed command the end of what it said, where the cause stands.</summary>
    public static CheckupRow Of(string subject, HuntException failure) =>
        new(subject, CheckupState.Fault, failure is CommandFailedException command ? Text.Failure(command.Outcome) : failure.What, failure.Remedy);
}
