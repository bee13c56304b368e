using PerfHunt.Verification.Statistics;

namespace PerfHunt.Verdicts;

/// <summary>The tables of docs/benchmarks.md, as Markdown.</summary>
/// <param name="recording">The recorded runs.</param>
/// <param name="trials">Verdicts a cell; cells without a change get <see cref="MoreForNone"/> times as many.</param>
/// <param name="seed">Every cell begins with this seed.</param>
/// <param name="only">Only the rows whose noise or rule has this in its name; empty = all.</param>
internal sealed class Tables(Recording recording, int trials, int seed, string only)
{
    private const int SuiteSize = 5;

    /// <summary>The rate of false alarms is small and needs more trials to be seen.</summary>
    private const int MoreForNone = 5;

    private static readonly Change[] AllChanges =
    [
        Change.None, Change.All(2), Change.All(-2), Change.One(2), Change.One(-2), Change.All(5), Change.All(-5),
        Change.All(10), Change.All(-1), Change.All(-0.5), Change.One(8),
    ];

    private static readonly Change[] MainChanges = [Change.None, Change.All(2), Change.All(-2), Change.All(5), Change.All(-5)];

    private NoiseSource Suite => new("duets of a suite of five (E3d)", recording.SeriesByWorkload("E3d"), Together: true);

    /// <summary>Our rule on recorded noise, multiplied with true changes.</summary>
    public void OurRule()
    {
        Heading("our rule", "noise | true change | improved | regressed | equivalent | inconclusive | rounds, median (90 %) | interval holds");
        Rows(new Trial(Suite), AllChanges);
        Rows(new Trial(Suite with { Name = "the same, without calibration" }, Calibrated: false), MainChanges);
        Rows(new Trial(Five("E7", "five long series (E7)")), MainChanges);
        Rows(new Trial(Five("E4d", "another load on the machine (E4d)")), MainChanges);
        Rows(new Trial(Five("E4d", "load came after the calibration (E7q, E4d)"), Five("E7q", "")), MainChanges);
        Rows(new Trial(Five("E7S", "short runs of 0.1 s (E7S)")), MainChanges);
        Rows(new Trial(Suite.WithBursts(0.05, 8, new Random(seed))), MainChanges);
        Rows(new Trial(Suite.Louder("noise doubled after the calibration (E3d)", 2), Suite), MainChanges);
        Rows(new Trial(Copies("E7", "one workload (E7)", 1)), MainChanges);
        Rows(new Trial(Copies("E7", "twenty workloads (E7)", 20)), MainChanges);
        Rows(new Trial(Solo(), Mode: "solo"), MainChanges);
    }

    /// <summary>Our rule on recorded duets of programs with a known slowdown.</summary>
    public void KnownSlowdowns()
    {
        Heading("real slowdowns", "recording | true slowdown | improved | regressed | equivalent | inconclusive | rounds, median (90 %) | mean estimate");
        foreach (var (experiment, percent) in new[]
        {
            ("E7k", 0), ("E7k", 1), ("E7k", 2), ("E7k", 3), ("E7k", 5), ("E7k", 10), ("E10", 0), ("E10", 2), ("E10", 5), ("E10", 10),
        })
        {
            var noise = NoiseSource.Copies($"duets of {experiment}, five series", recording.SlowedDuets(experiment, percent), SuiteSize, symmetric: percent == 0);
            if (!IsWanted(noise.Name))
            {
                continue;
            }

            var tally = new Trial(noise, Five("E7q", "")).Run(Change.None, trials, new Random(seed));
            Row(noise.Name, $"+{percent} %", tally, FormattableString.Invariant($"{tally.MeanEffectPercent:+0.0;-0.0} %"));
        }
    }

    /// <summary>What the usual rules say on the same recordings.</summary>
    public void UsualRules()
    {
        Heading("usual rules", "rule | data | true change | improved | regressed | nothing said");
        var sequential = new NoiseSource("runs one after the other (E3)", recording.SeriesByWorkload("E3"), Together: true);
        foreach (var (noise, interleaved) in new[] { (sequential, false), (Suite, true) })
        {
            foreach (var rule in UsualRule.All.Where(rule => IsWanted(rule.Name)))
            {
                foreach (var change in MainChanges)
                {
                    var said = rule.Run(noise, change, interleaved, MoreForNone * trials, new Random(seed));
                    Console.WriteLine(FormattableString.Invariant(
                        $"| {rule.Name} | {noise.Name} | {change.Name} | {said[VerdictKind.Improved]:0.0} % | {said[VerdictKind.Regressed]:0.0} % | {said[VerdictKind.Inconclusive]:0.0} % |"));
                }
            }
        }
    }

    /// <summary>True for the recording of docs/benchmarks.md, whose experiments the other tables name.</summary>
    public bool IsOurs => recording.Experiments.Contains("E3d");

    /// <summary>Our rule on a recording made elsewhere: pairs without a change, multiplied with true ones, and pairs with a true slowdown as they are.</summary>
    public void AnyRecording()
    {
        Heading("our rule", "noise | true change | improved | regressed | equivalent | inconclusive | rounds, median (90 %) | interval holds");
        foreach (var experiment in recording.Experiments.Where(one => recording.Neighbours(one, 0).Count > 0))
        {
            Rows(new Trial(Unknown(experiment)), MainChanges);
        }

        Heading("real slowdowns", "recording | true slowdown | improved | regressed | equivalent | inconclusive | rounds, median (90 %) | mean estimate");
        foreach (var experiment in recording.Experiments.Where(IsWanted))
        {
            var calibration = recording.Neighbours(experiment, 0).Count > 0 ? Unknown(experiment) : null;
            foreach (var percent in recording.Slowdowns(experiment).Where(percent => percent != 0))
            {
                var noise = NoiseSource.Copies($"{experiment}, five series", [.. recording.Neighbours(experiment, percent).SelectMany(pairs => pairs)], SuiteSize, symmetric: false);
                var tally = new Trial(noise, calibration is null ? null : Five(calibration), calibration is not null).Run(Change.None, trials, new Random(seed));
                Row(noise.Name, FormattableString.Invariant($"{percent:+0.##;-0.##} %"), tally, FormattableString.Invariant($"{tally.MeanEffectPercent:+0.0;-0.0} %"));
            }
        }
    }

    // Rounds are drawn as a whole where all workloads were recorded in the same ones.
    private NoiseSource Unknown(string experiment)
    {
        var series = recording.Neighbours(experiment, 0);
        return series.Count > 1 && series.All(one => one.Count == series[0].Count)
            ? new(experiment, series, Together: true)
            : NoiseSource.Copies($"{experiment}, five series", [.. series.SelectMany(pairs => pairs)], SuiteSize);
    }

    private static NoiseSource Five(NoiseSource source) => NoiseSource.Copies(source.Name, [.. source.Series.Distinct().SelectMany(pairs => pairs)], SuiteSize);

    private static void Heading(string title, string columns)
    {
        Console.WriteLine($"\n### {title}\n\n| {columns} |");
        Console.WriteLine($"|{string.Concat(Enumerable.Repeat("---|", columns.Split('|').Length))}");
    }

    private static void Row(string name, string change, Tally tally, string last) =>
        Console.WriteLine(FormattableString.Invariant(
            $"| {name} | {change} | {tally.Percent(VerdictKind.Improved):0.00} % | {tally.Percent(VerdictKind.Regressed):0.00} % | {tally.Percent(VerdictKind.Equivalent):0.0} % | {tally.Percent(VerdictKind.Inconclusive):0.0} % | {tally.MedianRounds} ({tally.NinetiethRounds}) | {last} |"));

    private void Rows(Trial trial, IEnumerable<Change> changes)
    {
        foreach (var change in IsWanted(trial.Noise.Name) ? changes : [])
        {
            var tally = trial.Run(change, change == Change.None ? MoreForNone * trials : trials, new Random(seed));
            Row(trial.Noise.Name, change.Name, tally, FormattableString.Invariant($"{tally.CoveredPercent:0.0} %"));
        }
    }

    private bool IsWanted(string name) => name.Contains(only, StringComparison.Ordinal);

    private NoiseSource Five(string experiment, string name) => Copies(experiment, name, SuiteSize);

    private NoiseSource Copies(string experiment, string name, int workloads) =>
        NoiseSource.Copies(name, recording.SeriesByWorkload(experiment)[0], workloads);

    private NoiseSource Solo() => new("solo runs, neighbours paired (E3)", recording.SeriesByWorkload("E3"), Together: true);
}
