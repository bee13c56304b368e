using System.Collections.Immutable;

namespace PerfHunt.Reporting;

/// <summary>Where the time of a hunt went, seconds.</summary>
/// <param name="TotalSeconds">Wall time of all tasks.</param>
/// <param name="LoopSeconds">The part of it in which no child ran, or only git: what the loop itself costs.</param>
/// <param name="Tasks">The same by task.</param>
public sealed record TimelineReport(double TotalSeconds, double LoopSeconds, ImmutableArray<TimelineRow> Tasks)
{
    /// <summary>Name of the row that holds wall time.</summary>
    public const string Wall = "wall";

    // git and small tools are the loop's own means, not the work that is waited for.
    private static readonly ImmutableHashSet<string> OwnMeans = ["Git", "Tool"];

    /// <summary>The loop's share of the total, percent; 0 for an empty timeline.</summary>
    public double LoopPercent => TotalSeconds > 0 ? 100 * LoopSeconds / TotalSeconds : 0;

    /// <summary>Sums a recorded timeline up.</summary>
    /// <param name="timeline">Seconds by task and kind of child; the kind <see cref="Wall"/> is the task's wall time.</param>
    public static TimelineReport Of(IReadOnlyDictionary<string, ImmutableSortedDictionary<string, double>> timeline)
    {
        ImmutableArray<TimelineRow> rows =
        [
            .. timeline.Select(task => Row(task.Key, task.Value)).OrderByDescending(row => row.WallSeconds).ThenBy(row => row.Task, StringComparer.Ordinal),
        ];
        return new(rows.Sum(row => row.WallSeconds), rows.Sum(row => row.LoopSeconds), rows);
    }

    private static TimelineRow Row(string task, ImmutableSortedDictionary<string, double> seconds)
    {
        var wall = seconds.GetValueOrDefault(Wall);
        var children = seconds.Remove(Wall);
        var waited = children.Where(child => !OwnMeans.Contains(child.Key)).Sum(child => child.Value);
        return new(task, wall, Math.Max(0, wall - waited), children);
    }
}
