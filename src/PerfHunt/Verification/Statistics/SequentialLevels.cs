using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace PerfHunt.Verification.Statistics;

/// <summary>
/// The one-sided significance level of every look at growing data, such that a true null is rejected at any of the looks
/// with the stated probability only. Alpha spending (Lan and DeMets 1983) with the function alpha * t of Kim and DeMets
/// (1987), which spends evenly, so that large effects can be told after few rounds. The boundaries are found by the
/// recursive integration of Armitage, McPherson and Rowe (1969); with an estimated variance the levels (not the
/// boundaries) are carried over to the t distribution (Jennison and Turnbull 2000, section 3.8 and chapter 11).
/// </summary>
internal static class SequentialLevels
{
    /// <summary>Looks begin here: one pair a workload says nothing about its own noise.</summary>
    public const int FirstLook = 2;

    /// <summary>Points of the grid on which the density is carried from look to look; 200 give the levels to 3 digits.</summary>
    private const int GridPoints = 200;

    /// <summary>The grid begins this many standard deviations below zero.</summary>
    private const double GridDepth = 7;

    private static readonly ConcurrentDictionary<(double Alpha, int Rounds), ImmutableArray<double>> Known = new();

    /// <summary>
    /// The levels of the looks after <see cref="FirstLook"/>, <see cref="FirstLook"/> + 1, ... up to
    /// <paramref name="maxRounds"/> rounds.
    /// </summary>
    /// <param name="alpha">Probability that any look rejects a true null on this side, between 0 and 0.5.</param>
    /// <param name="maxRounds">Rounds of the last look, at least <see cref="FirstLook"/>.</param>
    public static ImmutableArray<double> OneSided(double alpha, int maxRounds) =>
        Known.GetOrAdd((alpha, maxRounds), key => Compute(key.Alpha, key.Rounds));

    private static ImmutableArray<double> Compute(double alpha, int maxRounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(alpha, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(alpha, 0.5);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRounds, FirstLook);
        var levels = ImmutableArray.CreateBuilder<double>();
        var path = new StoppedPath();
        var spent = 0.0;
        for (var round = FirstLook; round <= maxRounds; round++)
        {
            var due = alpha * round / maxRounds;
            var bound = path.BoundFor(round, due - spent);
            levels.Add(Normal.UpperTail(bound / Math.Sqrt(round)));
            path.Advance(round, bound);
            spent = due;
        }

        return levels.ToImmutable();
    }

    /// <summary>The density of a Brownian path, observed once a round, that has not crossed a bound so far.</summary>
    private sealed class StoppedPath
    {
        private double[] _places = [0];
        private double[] _weights = [1];
        private int _round;

        /// <summary>The bound that the path crosses at <paramref name="round"/> for the first time with the given probability.</summary>
        public double BoundFor(int round, double probability)
        {
            var sd = Math.Sqrt(round - _round);
            return Bisection.Root(bound => Crossing(bound, sd) - probability, 0, 12 * Math.Sqrt(round));
        }

        /// <summary>Moves the density on to <paramref name="round"/>, leaving out what lies above <paramref name="bound"/>.</summary>
        public void Advance(int round, double bound)
        {
            var sd = Math.Sqrt(round - _round);
            var low = -GridDepth * Math.Sqrt(round);
            var step = (bound - low) / (GridPoints - 1);
            var places = new double[GridPoints];
            var weights = new double[GridPoints];
            for (var i = 0; i < GridPoints; i++)
            {
                places[i] = low + i * step;
                var edge = i is 0 or GridPoints - 1 ? 0.5 : 1;
                weights[i] = edge * step * Density(places[i], sd);
            }

            (_places, _weights, _round) = (places, weights, round);
        }

        private double Crossing(double bound, double sd)
        {
            var sum = 0.0;
            for (var i = 0; i < _places.Length; i++)
            {
                sum += _weights[i] * Normal.UpperTail((bound - _places[i]) / sd);
            }

            return sum;
        }

        private double Density(double place, double sd)
        {
            var sum = 0.0;
            for (var i = 0; i < _places.Length; i++)
            {
                sum += _weights[i] * Normal.Density((place - _places[i]) / sd);
            }

            return sum / sd;
        }
    }
}
