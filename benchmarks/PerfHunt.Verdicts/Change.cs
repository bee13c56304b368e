namespace PerfHunt.Verdicts;

/// <summary>A true change that recorded A/A pairs are multiplied with.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="Percent">Change of a workload's time, percent; the argument is the index of the workload.</param>
internal sealed record Change(string Name, Func<int, double> Percent)
{
    public static Change None { get; } = new("0 % (A/A)", _ => 0);

    public static Change All(double percent) => new(FormattableString.Invariant($"{percent:+0.#;-0.#} % on all"), _ => percent);

    public static Change One(double percent) =>
        new(FormattableString.Invariant($"{percent:+0.#;-0.#} % on one"), w => w == 0 ? percent : 0);

    public double SuiteLog(int workloads) => Enumerable.Range(0, workloads).Average(w => Math.Log(1 + Percent(w) / 100));
}
