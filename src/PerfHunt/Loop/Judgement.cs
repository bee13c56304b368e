using PerfHunt.State;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Loop;

/// <summary>What measuring a change came to.</summary>
/// <param name="Outcome">The code of the outcome (<see cref="Outcomes"/>).</param>
/// <param name="Reason">One sentence without a full stop.</param>
/// <param name="Change">The figures; null where behaviour differed or nothing could be judged.</param>
public sealed record Judgement(string Outcome, string Reason, MeasuredChange? Change = null)
{
    /// <summary>The verdict on the suite that it rests on; null where there is none.</summary>
    public Verdict? Verdict { get; init; }
}
