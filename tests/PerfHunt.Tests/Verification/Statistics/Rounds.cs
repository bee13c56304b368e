using PerfHunt.Verification.Statistics;

namespace PerfHunt.Tests.Verification.Statistics;

/// <summary>Pairs for tests.</summary>
internal static class Rounds
{
    /// <summary>Pairs with a true change and a small disturbance that cancels over three rounds and over three workloads.</summary>
    public static List<RunPair> Of(int rounds, int workloads, double percent) => Of(rounds, workloads, _ => percent);

    /// <summary>The same with a change for each workload.</summary>
    public static List<RunPair> Of(int rounds, int workloads, Func<int, double> percent)
    {
        double[] disturbance = [0.004, -0.005, 0.001];
        var pairs = from round in Enumerable.Range(0, rounds)
                    from workload in Enumerable.Range(0, workloads)
                    let noise = disturbance[(round + workload) % 3]
                    let ratio = (1 + percent(workload) / 100) * Math.Exp(noise)
                    select new RunPair($"w{workload}", round, 1 + workload, (1 + workload) * ratio);
        return [.. pairs];
    }

    /// <summary>Pairs with normal noise.</summary>
    /// <param name="rounds">Number of rounds.</param>
    /// <param name="workloads">Number of workloads.</param>
    /// <param name="percent">True change of all.</param>
    /// <param name="spread">Standard deviation of a pair's log ratio.</param>
    /// <param name="random">The source of the noise.</param>
    public static List<RunPair> Random(int rounds, int workloads, double percent, double spread, Random random) =>
    [
        .. from round in Enumerable.Range(0, rounds)
           from workload in Enumerable.Range(0, workloads)
           select new RunPair($"w{workload}", round, 1, (1 + percent / 100) * Math.Exp(spread * Gauss.Next(random))),
    ];
}
