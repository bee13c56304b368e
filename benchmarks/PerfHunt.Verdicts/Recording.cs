using System.Globalization;

namespace PerfHunt.Verdicts;

/// <summary>The recorded runs, read from the file that is described in docs/benchmarks.md.</summary>
internal sealed class Recording
{
    private readonly ILookup<string, Run> _byExperiment;

    private Recording(IEnumerable<Run> runs) => _byExperiment = runs.ToLookup(run => run.Experiment);

    public static Recording Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split(',');
        int Column(string name) => Array.IndexOf(columns, name) is var at and >= 0
            ? at
            : throw new InvalidDataException($"{path}:1: there is no column {name}");
        int experiment = Column("exp"), round = Column("round"), slot = Column("slot"), workload = Column("wl"),
            arm = Column("arm"), k = Column("k"), cpu = Column("cpu_s");
        return new(lines.Skip(1).Select(line => line.Split(',')).Select(cells => new Run(
            cells[experiment],
            int.Parse(cells[round], CultureInfo.InvariantCulture),
            int.Parse(cells[slot], CultureInfo.InvariantCulture),
            cells[workload],
            cells[arm],
            int.Parse(cells[k], CultureInfo.InvariantCulture),
            double.Parse(cells[cpu], CultureInfo.InvariantCulture))));
    }

    /// <summary>CPU times of both arms in the order of recording, one series a workload.</summary>
    public IReadOnlyList<IReadOnlyList<(double A, double B)>> SeriesByWorkload(string experiment) =>
    [
        .. Runs(experiment).GroupBy(run => run.Workload).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(series => (IReadOnlyList<(double, double)>)[.. Pairs(series)]),
    ];

    /// <summary>CPU times of both arms of all duets where arm B had the given true slowdown.</summary>
    public IReadOnlyList<(double A, double B)> SlowedDuets(string experiment, int percent)
    {
        var places = Runs(experiment).Where(run => run.Arm == "B" && run.SlowdownPercent == percent)
            .Select(run => (run.Round, run.Slot)).ToHashSet();
        return [.. Pairs(Runs(experiment).Where(run => places.Contains((run.Round, run.Slot))))];
    }

    private IEnumerable<Run> Runs(string experiment) => _byExperiment[experiment].Any()
        ? _byExperiment[experiment]
        : throw new InvalidDataException($"the recording has no experiment {experiment}");

    /// <summary>In a duet both arms share the slot; in a sequential suite they are neighbours in the round.</summary>
    private static IEnumerable<(double A, double B)> Pairs(IEnumerable<Run> runs) =>
        from run in runs
        group run by (run.Round, Part: run.Slot / (run.Experiment is "E3" ? 1000 : 1)) into pair
        orderby pair.Key
        let a = pair.FirstOrDefault(run => run.Arm == "A")
        let b = pair.FirstOrDefault(run => run.Arm == "B")
        where a is not null && b is not null
        select (a.CpuSeconds, b.CpuSeconds);

    private sealed record Run(
        string Experiment, int Round, int Slot, string Workload, string Arm, int SlowdownPercent, double CpuSeconds);
}
