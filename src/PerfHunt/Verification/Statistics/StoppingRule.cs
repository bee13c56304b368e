namespace PerfHunt.Verification.Statistics;

/// <summary>
/// When measuring stops and with which verdict on the suite, as a function of the rounds so far and the estimate alone;
/// the noise is taken as it is known by now. Decisions are made by it, and intervals account for it.
/// </summary>
internal sealed class StoppingRule
{
    /// <summary>What the 95 % interval leaves out on each side.</summary>
    public const double IntervalTail = 0.025;

    /// <summary>Rounds before a verdict, unless the effect is huge: with two, one burst is half of the data.</summary>
    private const int UsualRounds = 3;

    /// <summary>An effect whose whole interval lies beyond this, percent, is huge: two rounds are enough for it.</summary>
    private const double HugePercent = 2;

    /// <summary>
    /// After half of the rounds, measuring goes on only while a decision is at least this likely to come of it: an effect
    /// that lies between relevant and negligible would use up all rounds and stay there.
    /// </summary>
    private const double WorthwhileChance = 0.4;

    /// <summary>A change is detectable when it is found with probability 0.8; this is the complement.</summary>
    private const double MissProbability = 0.2;

    private readonly VerdictPlan _plan;
    private readonly double _freedom;
    private readonly double _quantile;
    private readonly Look?[] _looks;

    private StoppingRule(VerdictPlan plan, SuiteEstimate suite)
    {
        _plan = plan;
        _freedom = suite.DegreesOfFreedom;
        _quantile = StudentT.UpperQuantile(IntervalTail, _freedom);
        _looks = new Look?[Math.Max(plan.MaxRounds, suite.Rounds) + 1];
        Spread = suite.Error * Math.Sqrt(suite.Rounds);
    }

    /// <summary>Standard deviation of the suite's log ratio in one round.</summary>
    public double Spread { get; }

    /// <summary>Rounds of the last look.</summary>
    public int LastRound => _looks.Length - 1;

    /// <summary>The rule of the plan, at the noise that the estimate found.</summary>
    public static StoppingRule For(VerdictPlan plan, SuiteEstimate suite) => new(plan, suite);

    /// <summary>The effect that so many rounds show with probability 0.8, as a log ratio.</summary>
    public double Detectable(int rounds) =>
        LookAt(rounds).Significant + StudentT.UpperQuantile(MissProbability, _freedom) * Spread / Math.Sqrt(rounds);

    /// <summary>What holds for the suite at an estimate, no matter whether it is time to stop.</summary>
    public VerdictKind KindAt(int round, double estimate) => LookAt(round).KindAt(estimate);

    /// <summary>True when enough rounds were measured for a verdict on an effect of any size.</summary>
    public bool IsUsual(int round) => round >= Math.Min(UsualRounds, LastRound);

    /// <summary>True when enough rounds were measured for a verdict on this effect.</summary>
    public bool Suffices(int round, double estimate) =>
        IsUsual(round)
        || (round >= SequentialLevels.FirstLook && Math.Abs(estimate) - LookAt(round).HalfWidth > Percent.ToLog(HugePercent));

    /// <summary>True when measuring stops here for the suite's sake.</summary>
    public bool StopsAt(int round, double estimate) =>
        round >= LastRound
        || (Suffices(round, estimate) && (KindAt(round, estimate) != VerdictKind.Inconclusive || IsFutile(round, estimate)));

    private Look LookAt(int round) => _looks[round] ??= NewLook(round);

    private Look NewLook(int round)
    {
        var error = Spread / Math.Sqrt(round);
        var levels = SequentialLevels.OneSided(_plan.SuiteAlpha / 2, _plan.MaxRounds);
        var level = levels[Math.Clamp(round - SequentialLevels.FirstLook, 0, levels.Length - 1)];
        return Look.At(_plan, StudentT.UpperQuantile(level, _freedom) * error, _quantile * error);
    }

    private bool IsFutile(int round, double estimate)
    {
        if (2 * round < LastRound)
        {
            return false;
        }

        // Seen from here, the last estimate is normal around the present one (predictive power, flat prior).
        var last = LookAt(LastRound);
        var spread = Spread * Math.Sqrt(1.0 / round - 1.0 / LastRound);
        double Above(double place) => Normal.UpperTail((place - estimate) / spread);
        var decided = 1 - Above(last.FasterBelow) + Above(last.SlowerAbove)
            + Math.Max(0, Above(last.EquivalentAbove) - Above(last.EquivalentBelow));
        return decided < WorthwhileChance;
    }

    /// <summary>The estimates at which the verdicts begin and end after some number of rounds, all as log ratios.</summary>
    private sealed record Look(
        double Significant, double HalfWidth, double FasterBelow, double SlowerAbove, double EquivalentAbove, double EquivalentBelow)
    {
        public static Look At(VerdictPlan plan, double significant, double halfWidth)
        {
            var (faster, slower) = (Percent.ToLog(-plan.ImprovedPercent), Percent.ToLog(plan.SlowerBoundPercent));
            return new(
                significant,
                halfWidth,
                Math.Min(faster, -significant),
                Math.Max(slower, significant),
                faster + halfWidth,
                slower - halfWidth);
        }

        public VerdictKind KindAt(double estimate) =>
            estimate <= FasterBelow ? VerdictKind.Improved
            : estimate >= SlowerAbove ? VerdictKind.Regressed
            : estimate > EquivalentAbove && estimate < EquivalentBelow ? VerdictKind.Equivalent
            : VerdictKind.Inconclusive;
    }
}
