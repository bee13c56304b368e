using Newtonsoft.Json.Linq;
using PerfHunt.State;

namespace PerfHunt.Reporting;

/// <summary>The machine-readable result (<c>result.json</c>). Keys are in snake case; percent and seconds are in the names.</summary>
public static class ResultDocument
{
    /// <summary>The result of a hunt.</summary>
    public static JObject Of(HuntReport report) => new()
    {
        ["schema_version"] = HuntReport.SchemaVersion,
        ["kind"] = "hunt",
        ["finished"] = report.IsFinished,
        ["reason"] = report.Hunt.FinishReason,
        ["repository"] = report.Repository,
        ["branch"] = report.Branch,
        ["started_at"] = report.Hunt.StartedAt,
        ["random_seed"] = report.Hunt.RandomSeed,
        ["start_commit"] = report.Hunt.StartCommit,
        ["head_commit"] = report.Hunt.HeadCommit,
        ["commits"] = report.CommitCount,
        ["max_iterations"] = report.State.MaxIterations,
        ["suite_generation"] = report.State.SuiteGeneration,
        ["workloads"] = new JArray(report.State.BenchmarkSuite.Workloads.Select(Workload)),
        ["calibration"] = ChangeDocument.Of(report.Hunt.Calibration?.Change),
        ["iterations"] = new JArray(report.State.Investigated.Select(Iteration)),
        ["closing"] = Closing(report.Hunt.Closing),
        ["left_out"] = new JArray(report.Hunt.LeftOut.Select(LeftOut)),
        ["timeline"] = Timeline(report.Timeline),
    };

    private static JObject Workload(SuiteWorkload workload) => new()
    {
        ["name"] = workload.Name,
        ["layers"] = workload.Layers,
        ["modules_per_layer"] = workload.ModulesPerLayer,
        ["left_out_because"] = workload.LeftOutBecause,
    };

    private static JObject Iteration(InvestigatedEntry entry) => new()
    {
        ["iteration"] = entry.Iteration,
        ["function"] = entry.Function,
        ["outcome"] = entry.Outcome,
        ["commit"] = entry.Commit,
        ["ticket_id"] = entry.TicketId,
        ["self_percent_before"] = entry.SamplesPctBefore,
        ["self_percent_after"] = entry.SamplesPctAfter,
        ["change_percent"] = entry.CompileTimeChangePct,
        ["seconds"] = Rounded(entry.Seconds),
        ["attempts"] = new JArray(entry.Attempts.Select(Attempt)),
    };

    private static JObject Attempt(AttemptRecord attempt) => new()
    {
        ["number"] = attempt.Number,
        ["name"] = attempt.Name,
        ["title"] = attempt.Title,
        ["outcome"] = attempt.Outcome,
        ["reason"] = attempt.Reason,
        ["commit"] = attempt.Commit,
        ["change"] = ChangeDocument.Of(attempt.Change),
        ["seconds"] = Rounded(attempt.Seconds),
        ["patch"] = attempt.Patch,
    };

    private static JToken Closing(MeasuredChange? closing)
    {
        var change = ChangeDocument.Of(closing);
        if (change is JObject found)
        {
            found["times_as_fast"] = Rounded(Figures.Speedup(closing!.EffectPct));
        }

        return change;
    }

    private static JObject LeftOut(LeftOutChange one) => new()
    {
        ["commit"] = one.Commit,
        ["title"] = one.Title,
        ["share"] = ChangeDocument.Of(one.Share),
        ["reason"] = one.Reason,
        ["dropped_by"] = one.DroppedBy,
    };

    private static JObject Timeline(TimelineReport timeline) => new()
    {
        ["total_seconds"] = Rounded(timeline.TotalSeconds),
        ["loop_seconds"] = Rounded(timeline.LoopSeconds),
        ["loop_percent"] = Rounded(timeline.LoopPercent),
        ["tasks"] = new JArray(timeline.Tasks.Select(row => new JObject
        {
            ["task"] = row.Task,
            ["wall_seconds"] = Rounded(row.WallSeconds),
            ["loop_seconds"] = Rounded(row.LoopSeconds),
            ["children_seconds"] = JObject.FromObject(row.ChildSeconds.ToDictionary(pair => pair.Key, pair => Rounded(pair.Value))),
        })),
    };

    private static double Rounded(double value) => Math.Round(value, 3);
}
