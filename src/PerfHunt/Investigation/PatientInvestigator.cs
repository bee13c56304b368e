namespace PerfHunt.Investigation;

/// <summary>
/// Waits for an investigator whose quota is used up, and asks again: after a first wait, then after twice as long, and so on, as long
/// as the waits stay within a budget. The clone stays, so that an investigator that was stopped in the middle goes on there.
/// </summary>
/// <param name="inner">The investigator.</param>
/// <param name="firstWait">The first wait.</param>
/// <param name="budget">Time for all waits of one attempt.</param>
/// <param name="wait">Waits; false when there is no more waiting (the hunt's own time is up).</param>
/// <param name="isUnchanged">Tells whether the clone is as it was: an agent may be limited and say so only in words.</param>
/// <param name="clock">Measures how much of the attempt's time limit is used up.</param>
public sealed class PatientInvestigator(
    IInvestigator inner,
    TimeSpan firstWait,
    TimeSpan budget,
    Func<TimeSpan, CancellationToken, bool> wait,
    Func<InvestigationRequest, bool> isUnchanged,
    TimeProvider clock) : IInvestigator
{
    // Longer waits would only find out later that the window has opened again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public InvestigationReply Investigate(InvestigationRequest request, CancellationToken cancellation)
    {
        var waited = TimeSpan.Zero;
        var busy = TimeSpan.Zero;
        for (var next = firstWait; ; next = Shorter(next + next, LongestWait))
        {
            var started = clock.GetTimestamp();
            var reply = Judged(inner.Investigate(request with { TimeLimit = request.TimeLimit - busy }, cancellation), request) with { Waited = waited };
            busy += clock.GetElapsedTime(started);
            if (reply.Ending != InvestigationEnding.Limited || waited + next > budget || busy >= request.TimeLimit || !wait(next, cancellation))
            {
                return reply;
            }

            waited += next;
        }
    }

    private InvestigationReply Judged(InvestigationReply reply, InvestigationRequest request) =>
        reply is { Ending: InvestigationEnding.Changed, WithoutChange: InvestigationEnding.Limited } && isUnchanged(request)
            ? reply with { Ending = InvestigationEnding.Limited, Title = "" }
            : reply;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
