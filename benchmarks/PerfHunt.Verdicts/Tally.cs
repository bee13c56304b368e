using PerfHunt.Verification.Statistics;

namespace PerfHunt.Verdicts;

/// <summary>Counts the verdicts of one cell.</summary>
internal sealed class Tally
{
    private readonly List<int> _rounds = [];
    private readonly Dictionary<VerdictKind, int> _kinds = [];
    private int _covered;
    private double _effects;

    public int Count => _rounds.Count;

    public double CoveredPercent => 100.0 * _covered / Count;

    public int MedianRounds => Quantile(0.5);

    public int NinetiethRounds => Quantile(0.9);

    public double MeanEffectPercent => _effects / Count;

    public void Add(Verdict verdict, bool covered)
    {
        _kinds[verdict.Kind] = _kinds.GetValueOrDefault(verdict.Kind) + 1;
        _rounds.Add(verdict.Rounds);
        _effects += verdict.EffectPercent;
        _covered += covered ? 1 : 0;
    }

    public double Percent(VerdictKind kind) => 100.0 * _kinds.GetValueOrDefault(kind) / Count;

    private int Quantile(double share)
    {
        _rounds.Sort();
        return _rounds[(int)(share * (Count - 1))];
    }
}
