using System.Globalization;
using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

/// <summary>
/// Rounds drawn from recorded A/A duets (Golden/duet-noise.csv) in stretches of eight, so that drift and bursts stay as
/// they were; a short form of benchmarks/PerfHunt.Verdicts.
/// </summary>
internal sealed class RecordedNoise
{
    private const int StretchRounds = 8;

    /// <summary>Log ratios; the first index is the recorded round, the second the workload.</summary>
    private readonly double[][] _recorded;

    private RecordedNoise(double[][] recorded) => _recorded = recorded;

    /// <summary>The recording of one experiment.</summary>
    public static RecordedNoise Of(string experiment)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Verification", "Statistics", "Golden", "duet-noise.csv");
        return new([
            .. File.ReadLines(path).Select(line => line.Split(',')).Where(cells => cells[0] == experiment)
                .GroupBy(cells => cells[1])
                .Select(round => round.Select(cells => 1e-5 * int.Parse(cells[3], CultureInfo.InvariantCulture)).ToArray()),
        ]);
    }

    /// <summary>So many rounds of a suite, without a change.</summary>
    public List<RunPair> Draw(int rounds, int workloads, Random random)
    {
        var pairs = new List<RunPair>();
        for (var w = 0; w < workloads; w++)
        {
            var (at, sign) = (0, 1);
            for (var r = 0; r < rounds; r++, at++)
            {
                if (r % StretchRounds == 0)
                {
                    (at, sign) = (random.Next(_recorded.Length), 2 * random.Next(2) - 1);
                }

                var row = _recorded[at % _recorded.Length];
                pairs.Add(new($"w{w}", r, 1, Math.Exp(sign * row[w % row.Length])));
            }
        }

        return pairs;
    }
}
