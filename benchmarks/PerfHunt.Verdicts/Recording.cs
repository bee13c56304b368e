using System.Globalization;

namespace PerfHunt.Verdicts;

/// <summary>The recorded runs, read from a file as docs/benchmarks.md describes it.</summary>
internal sealed class Recording
{
    private const int Absent = -1;

    private readonly ILookup<string, Run> _byExperiment;

    private Recording(IEnumerable<Run> runs) => _byExperiment = runs.ToLookup(run => run.Experiment);

    /// <summary>Names of the experiments, in the order of recording.</summary>
    public IEnumerable<string> Experiments => _byExperiment.Select(experiment => experiment.Key);

    /// <summary>Reads a recording. Columns: round, wl, arm (A or B) and cpu_s; where there are several experiments or slowdowns, exp, slot and k.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a cell is no number.</exception>
    public static Recording Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var columns = lines.Length == 0 ? [] : lines[0].Split(',');
        int Optional(string name) => Array.IndexOf(columns, name);
        int Column(string name) => Optional(name) is var at and >= 0 ? at : throw new InvalidDataException($"{path}:1: there is no column {name}");
        int experiment = Optional("exp"), slot = Optional("slot"), k = Optional("k");
        int round = Column("round"), workload = Column("wl"), arm = Column("arm"), cpu = Column("cpu_s");
        return new([.. lines.Skip(1).Where(line => line.Length > 0).Select((line, i) =>
        {
            var cells = line.Split(',');
            double Number(int at) => at == Absent ? 0
                : at < cells.Length && double.TryParse(cells[at], CultureInfo.InvariantCulture, out var number) ? number
                : throw new InvalidDataException($"{path}:{i + 2}: expected a number in the column {columns[at]}");
            string Text(int at) => at == Absent ? "" : at < cells.Length ? cells[at] : throw new InvalidDataException($"{path}:{i + 2}: there is no {columns[at]}");
            return new Run(experiment == Absent ? "the recording" : Text(experiment), (int)Number(round), (int)Number(slot), Text(workload), Text(arm), Number(k), Number(cpu));
        })]);
    }

    /// <summary>CPU times of both arms in the order of recording, one series a workload.</summary>
    public IReadOnlyList<IReadOnlyList<(double A, double B)>> SeriesByWorkload(string experiment) =>
    [
        .. Runs(experiment).GroupBy(run => run.Workload).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(series => (IReadOnlyList<(double, double)>)[.. Pairs(series)]),
    ];

    /// <summary>CPU times of both arms of all duets where arm B had the given true slowdown.</summary>
    public IReadOnlyList<(double A, double B)> SlowedDuets(string experiment, double percent)
    {
        var places = Runs(experiment).Where(run => run.Arm == "B" && run.SlowdownPercent == percent)
            .Select(run => (run.Round, run.Slot)).ToHashSet();
        return [.. Pairs(Runs(experiment).Where(run => places.Contains((run.Round, run.Slot))))];
    }

    /// <summary>The true slowdowns of arm B in an experiment, percent, ascending.</summary>
    public IReadOnlyList<double> Slowdowns(string experiment) =>
        [.. Runs(experiment).Where(run => run.Arm == "B").Select(run => run.SlowdownPercent).Distinct().Order()];

    /// <summary>
    /// CPU times of both arms of an experiment that nothing is known of, one series a workload, where arm B had the given true slowdown. The
    /// first A of a round belongs to the first B of it, and so on, however the slots are numbered.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<(double A, double B)>> Neighbours(string experiment, double percent) =>
    [
        .. Runs(experiment).GroupBy(run => run.Workload).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(series => (IReadOnlyList<(double, double)>)[.. series.GroupBy(run => run.Round).OrderBy(g => g.Key).SelectMany(round => Zip([.. round.OrderBy(run => run.Slot)], percent))])
            .Where(pairs => pairs.Count > 0),
    ];

    private static IEnumerable<(double A, double B)> Zip(Run[] round, double percent) => round.Where(run => run.Arm == "A")
        .Zip(round.Where(run => run.Arm == "B"))
        .Where(pair => pair.Second.SlowdownPercent == percent)
        .Select(pair => (pair.First.CpuSeconds, pair.Second.CpuSeconds));

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
        string Experiment, int Round, int Slot, string Workload, string Arm, double SlowdownPercent, double CpuSeconds);
}
