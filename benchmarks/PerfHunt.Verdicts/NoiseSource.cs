namespace PerfHunt.Verdicts;

/// <summary>
/// Draws rounds of the suite from a recording by a moving block bootstrap (Künsch 1989): whole stretches of consecutive
/// rounds, so that drift and bursts stay as they were.
/// </summary>
/// <param name="Name">What the recording is.</param>
/// <param name="Series">The recorded pairs, one series a workload.</param>
/// <param name="Together">
/// True when the workloads of one round were recorded in one round and are drawn together; false when each workload is a
/// stretch of its own.
/// </param>
/// <param name="Symmetric">True for A/A pairs: which arm is called the candidate is drawn for every stretch.</param>
internal sealed record NoiseSource(
    string Name, IReadOnlyList<IReadOnlyList<(double A, double B)>> Series, bool Together = false, bool Symmetric = true)
{
    private const int BlockRounds = 8;

    public int Workloads => Series.Count;

    /// <summary>A suite whose workloads are stretches of one long recording of one program.</summary>
    public static NoiseSource Copies(string name, IReadOnlyList<(double A, double B)> series, int workloads, bool symmetric = true) =>
        new(name, [.. Enumerable.Repeat(series, workloads)], Symmetric: symmetric);

    /// <summary>The same with some pairs hit by a burst on one side only: what a duet cannot balance.</summary>
    /// <param name="share">Share of the pairs that are hit.</param>
    /// <param name="percent">How much longer the side that is hit takes.</param>
    /// <param name="random">Decides which.</param>
    public NoiseSource WithBursts(double share, double percent, Random random) => this with
    {
        Name = FormattableString.Invariant($"{Name}, {share:0 %} of the pairs hit by a burst of {percent:0} %"),
        Series = [.. Series.Select(s => (IReadOnlyList<(double, double)>)[.. s.Select(p => Hit(p, share, percent, random))])],
    };

    private static (double A, double B) Hit((double A, double B) pair, double share, double percent, Random random) =>
        random.NextDouble() >= share ? pair
        : random.Next(2) == 0 ? (pair.A * (1 + percent / 100), pair.B)
        : (pair.A, pair.B * (1 + percent / 100));

    /// <summary>Draws so many rounds; the first index is the round, the second the workload.</summary>
    public (double A, double B)[][] Draw(int rounds, Random random)
    {
        var drawn = Enumerable.Range(0, rounds).Select(_ => new (double, double)[Workloads]).ToArray();
        for (var from = 0; from < rounds; from += BlockRounds)
        {
            var (at, swap) = (random.NextDouble(), random.Next(2) == 1);
            for (var w = 0; w < Workloads; w++)
            {
                if (!Together)
                {
                    (at, swap) = (random.NextDouble(), random.Next(2) == 1);
                }

                Copy(Series[w], (int)(at * Series[w].Count), swap && Symmetric, drawn, from, w);
            }
        }

        return drawn;
    }

    /// <summary>So many consecutive rounds in one stretch, with all drift between the first and the last.</summary>
    public (double A, double B)[][] DrawStretch(int rounds, Random random)
    {
        var (start, swap) = (random.Next(Series[0].Count - rounds + 1), random.Next(2) == 1);
        return
        [
            .. Enumerable.Range(start, rounds)
                .Select(r => Series.Select(s => swap ? (s[r].B, s[r].A) : s[r]).ToArray()),
        ];
    }

    private static void Copy(
        IReadOnlyList<(double A, double B)> series, int start, bool swap, (double A, double B)[][] drawn, int from, int workload)
    {
        for (var i = 0; i < BlockRounds && from + i < drawn.Length; i++)
        {
            var (a, b) = series[(start + i) % series.Count];
            drawn[from + i][workload] = swap ? (b, a) : (a, b);
        }
    }
}
