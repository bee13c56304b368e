using System.Collections.Immutable;
using PerfHunt.Processes;
using PerfHunt.Reporting;

namespace PerfHunt.Loop;

/// <summary>
/// Where the time of a hunt goes: for every task its wall time, and the part of it during which children of each kind ran.
/// What remains is what the loop itself costs. Durations are of the monotonic clock, seconds.
/// </summary>
public sealed class Timeline(TimeProvider clock) : IChildObserver
{
    /// <summary>The row of a task that holds its whole wall time.</summary>
    public const string Wall = TimelineReport.Wall;

    // Children of a duet end on two threads.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, double>> _seconds = new(StringComparer.Ordinal);
    private string _task = "Start";
    private long _since = clock.GetTimestamp();
    private long _childStart;
    private long _childEnd;

    /// <summary>Adds what an earlier process of the same hunt spent.</summary>
    public void Restore(ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> earlier)
    {
        foreach (var (task, row) in earlier)
        {
            foreach (var (kind, seconds) in row)
            {
                Add(task, kind, seconds);
            }
        }
    }

    /// <summary>From now on time belongs to this task.</summary>
    public void Enter(string task)
    {
        lock (_gate)
        {
            CloseOpenSpan();
            _task = task;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Children that ran at the same time (a duet) count once: what is added is the time that no child before covered.</remarks>
    public void Ended(Command command, ProcessOutcome outcome)
    {
        lock (_gate)
        {
            var end = clock.GetTimestamp();
            var start = end - (long)(outcome.Use.WallSeconds * clock.TimestampFrequency);
            var fresh = start >= _childEnd
                ? end - start
                : Math.Max(0, _childStart - start) + Math.Max(0, end - _childEnd);
            (_childStart, _childEnd) = (start >= _childEnd ? start : Math.Min(start, _childStart), end);
            Add(_task, command.Kind.ToString(), (double)fresh / clock.TimestampFrequency);
        }
    }

    /// <summary>What was gathered so far.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, double>> Snapshot()
    {
        lock (_gate)
        {
            CloseOpenSpan();
            return _seconds.ToImmutableSortedDictionary(
                row => row.Key, row => row.Value.ToImmutableSortedDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        }
    }

    private void CloseOpenSpan()
    {
        var now = clock.GetTimestamp();
        Add(_task, Wall, clock.GetElapsedTime(_since, now).TotalSeconds);
        _since = now;
    }

    private void Add(string task, string kind, double seconds)
    {
        if (!_seconds.TryGetValue(task, out var row))
        {
            _seconds[task] = row = new(StringComparer.Ordinal);
        }

        row[kind] = row.GetValueOrDefault(kind) + seconds;
    }
}
