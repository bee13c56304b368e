namespace PerfHunt.Verification.Measuring;

/// <summary>
/// Says where to measure, and waits for others to leave the processors alone: never long, and in all for no more than a hundredth of
/// the time since it was made, so that a machine that is always busy is not waited for again and again.
/// </summary>
/// <param name="clock">The clock; only its monotonic side is used.</param>
/// <param name="look">Watches the processors for a moment, as <see cref="QuietProcessor.Look"/>.</param>
/// <param name="othersRun">Says at once whether somebody else runs now, as <see cref="QuietProcessor.OthersRun"/>.</param>
/// <param name="tell">Is told when something else was at work.</param>
public sealed class QuietMoment(TimeProvider clock, Func<ProcessorLook> look, Func<bool> othersRun, Action<string> tell)
{
    // Who else runs here changes over the night, not from one measurement to the next.
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private const double LargestShareOfTime = 0.01;

    // Six ticks of a look: what a quiet machine does for itself is one or two.
    private const double BusyShare = 0.2;

    private readonly long _opened = clock.GetTimestamp();
    private TimeSpan _waited;
    private (ProcessorLook Look, bool IsSingle, long Taken)? _known;

    /// <summary>The processor for duets: the quietest.</summary>
    public int Cpu() => Await(isSingle: true).Cpu;

    /// <summary>Waits for all processors, for programs that use several.</summary>
    public void AwaitAll()
    {
        // A quiet machine costs no look: none of its processors has to be chosen.
        if (othersRun())
        {
            Await(isSingle: false);
        }
    }

    /// <summary>Has the processors looked at again: a foreign program has run here.</summary>
    public void Forget() => _known = null;

    private ProcessorLook Await(bool isSingle)
    {
        if (_known is not { } known || known.IsSingle != isSingle || clock.GetElapsedTime(known.Taken) > Age)
        {
            _known = known = (Quietest(look => isSingle ? look.BusyShare : look.MeanBusyShare), isSingle, clock.GetTimestamp());
        }

        return known.Look;
    }

    // The first look tells the processor and is no wait.
    private ProcessorLook Quietest(Func<ProcessorLook, double> share)
    {
        var first = look();
        var (last, started) = (first, clock.GetTimestamp());
        var patience = Patience();
        while (share(last) > BusyShare && clock.GetElapsedTime(started) < patience)
        {
            last = look();
        }

        var waited = clock.GetElapsedTime(started);
        _waited += waited;
        if (share(first) > BusyShare)
        {
            tell(share(last) > BusyShare
                ? FormattableString.Invariant($"Something else keeps the machine busy ({100 * share(last):0} % of its time); measured all the same after {waited.TotalSeconds:0.0} s.")
                : FormattableString.Invariant($"Waited {waited.TotalSeconds:0.0} s for a quiet processor."));
        }

        return last;
    }

    private TimeSpan Patience()
    {
        var left = (clock.GetElapsedTime(_opened) * LargestShareOfTime) - _waited;
        return left < LongestWait ? left : LongestWait;
    }
}
