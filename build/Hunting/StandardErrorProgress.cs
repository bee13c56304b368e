namespace PerfHunt.Build.Hunting;

/// <summary>Progress lines on stderr, each with the time since the start, so that a log of the night can be read in the morning.</summary>
public sealed class StandardErrorProgress(TimeProvider clock) : IProgress<string>
{
    private readonly long _start = clock.GetTimestamp();

    /// <inheritdoc/>
    public void Report(string value)
    {
        var elapsed = clock.GetElapsedTime(_start);
        Console.Error.WriteLine(FormattableString.Invariant($"[{(int)elapsed.TotalMinutes,3}:{elapsed.Seconds:00}] {value}"));
    }
}
