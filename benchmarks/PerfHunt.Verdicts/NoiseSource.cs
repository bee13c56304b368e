namespace PerfHunt.Verdicts;

/// <summary>
/// Draws rounds of the suite from a recording by the stationary bootstrap (Politis and Romano 1994): stretches of
/// consecutive rounds of random length, so that drift and bursts stay as they were.
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
    /// <summary>Mean length of a stretch, in rounds: about that of a calibration with its verdict.</summary>
    private const double StretchRounds = 8;

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

    /// <summary>The same with all log ratios multiplied.</summary>
    public NoiseSource Louder(string name, double factor) => this with
    {
        Name = name,
        Series = [.. Series.Select(s => (IReadOnlyList<(double, double)>)[.. s.Select(p => (p.A, p.A * Math.Pow(p.B / p.A, factor)))])],
    };

    private static (double A, double B) Hit((double A, double B) pair, double share, double percent, Random random) =>
        random.NextDouble() >= share ? pair
        : random.Next(2) == 0 ? (pair.A * (1 + percent / 100), pair.B)
        : (pair.A, pair.B * (1 + percent / 100));

    /// <summary>Draws so many rounds; the first index is the round, the second the workload.</summary>
    public (double A, double B)[][] Draw(int rounds, Random random)
    {
        var drawn = Enumerable.Range(0, rounds).Select(_ => new (double, double)[Workloads]).ToArray();
        if (Together)
        {
            Fill(drawn, 0, Workloads, random);
        }
        else
        {
            for (var w = 0; w < Workloads; w++)
            {
                Fill(drawn, w, w + 1, random);
            }
        }

        return drawn;
    }

    private void Fill((double A, double B)[][] drawn, int from, int to, Random random)
    {
        var (at, swap) = (0, false);
        for (var r = 0; r < drawn.Length; r++, at++)
        {
            if (r == 0 || random.NextDouble() < 1 / StretchRounds)
            {
                (at, swap) = (random.Next(Series[from].Count), Symmetric && random.Next(2) == 1);
            }

            for (var w = from; w < to; w++)
            {
                var (a, b) = Series[w][at % Series[w].Count];
                drawn[r][w] = swap ? (b, a) : (a, b);
            }
        }
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
}
