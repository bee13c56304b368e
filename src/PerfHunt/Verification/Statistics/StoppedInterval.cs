namespace PerfHunt.Verification.Statistics;

/// <summary>
/// The interval of an effect when the data themselves decided when to stop. Stopping early favours exaggerated estimates,
/// so that the usual interval misses the truth too often. This one orders outcomes by their estimate (sample mean
/// ordering, Emerson and Fleming 1990) and finds the effects under which what was found lies in neither tail.
/// </summary>
internal static class StoppedInterval
{
    /// <summary>Step of the grid, in spreads of one round; the ends are then good to a fiftieth of the width.</summary>
    private const double Step = 0.2;

    /// <summary>How far the grid reaches, in standard deviations.</summary>
    private const double Reach = 6;

    /// <summary>How exactly the ends are sought, in spreads of one round.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>Paths less probable than this are dropped: all of them together weigh nothing beside a tail of 2.5 %.</summary>
    private const double Negligible = 1e-12;

    /// <summary>The interval on the log scale.</summary>
    /// <param name="rule">When measuring stops.</param>
    /// <param name="estimate">The estimate where it stopped.</param>
    /// <param name="tail">Probability left out on each side, of the normal distribution.</param>
    public static (double Low, double High) Of(StoppingRule rule, double estimate, double tail)
    {
        var outcomes = Outcomes(rule, estimate / rule.Spread);
        // What equals the estimate up to the grid counts half on either side.
        var shared = outcomes.Select(o => o.Excess == 0 ? o with { Probability = o.Probability / 2 } : o).ToList();
        var (above, below) = (shared.Where(o => o.Excess >= 0).ToArray(), shared.Where(o => o.Excess <= 0).ToArray());
        var low = Bisection.Root(theta => Probability(above, theta) - tail, -Reach, 0, Tolerance);
        var high = Bisection.Root(theta => Probability(below, theta) - tail, 0, Reach, Tolerance);
        return (estimate + low * rule.Spread, estimate + high * rule.Spread);
    }

    private static double Probability(Outcome[] outcomes, double theta)
    {
        var sum = 0.0;
        foreach (var outcome in outcomes)
        {
            sum += outcome.Under(theta);
        }

        return sum;
    }

    /// <summary>
    /// Every outcome at which measuring can stop, with its probability when the estimate is the truth. All in spreads of
    /// one round, as deviations from that truth.
    /// </summary>
    private static List<Outcome> Outcomes(StoppingRule rule, double truth)
    {
        var outcomes = new List<Outcome>();
        var kernel = Kernel();
        var running = new double[1] { 1 };
        for (var round = 1; round <= rule.LastRound; round++)
        {
            running = Moved(running, kernel, round);
            var centre = running.Length / 2;
            for (var i = 0; i < running.Length; i++)
            {
                var deviation = (i - centre) * Step;
                if (running[i] >= Negligible && round >= SequentialLevels.FirstLook && rule.StopsAt(round, (truth + deviation / round) * rule.Spread))
                {
                    outcomes.Add(new(round, deviation, running[i]));
                    running[i] = 0;
                }
            }
        }

        return outcomes;
    }

    private static double[] Kernel()
    {
        var half = (int)(Reach / Step);
        var kernel = new double[2 * half + 1];
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] = Step * Normal.Density((i - half) * Step);
        }

        return kernel;
    }

    /// <summary>The probabilities one round later: a normal step is added, and what lies beyond reach is left out.</summary>
    private static double[] Moved(double[] running, double[] kernel, int round)
    {
        var half = (int)(Reach * Math.Sqrt(round) / Step);
        var moved = new double[2 * half + 1];
        var shift = half - running.Length / 2 - kernel.Length / 2;
        for (var i = 0; i < running.Length; i++)
        {
            if (running[i] < Negligible)
            {
                continue;
            }

            var from = Math.Max(0, -(i + shift));
            var to = Math.Min(kernel.Length, moved.Length - i - shift);
            for (var k = from; k < to; k++)
            {
                moved[i + shift + k] += running[i] * kernel[k];
            }
        }

        return moved;
    }

    /// <param name="Round">Where measuring stopped.</param>
    /// <param name="Excess">Sum of the deviations from the centre; its sign says on which side of the found estimate this one lies.</param>
    /// <param name="Probability">How probable that is when the effect is the centre.</param>
    private readonly record struct Outcome(int Round, double Excess, double Probability)
    {
        /// <summary>How probable it is under another effect: the likelihood ratio of normal noise.</summary>
        public double Under(double theta) => Probability * Math.Exp(theta * Excess - 0.5 * theta * theta * Round);
    }
}
