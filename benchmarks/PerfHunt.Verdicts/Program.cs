// Measures the error rates of the verdict rule, and of the rules in common use, on recorded noise; and whole comparisons of a program whose true change is known.
using System.Globalization;
using PerfHunt.Verdicts;

const int seed = 20251125;
if (args.Length is 0 or > 3)
{
    Console.Error.WriteLine("usage: PerfHunt.Verdicts RECORDING.csv [TRIALS=1000 [ROWS]]\n       PerfHunt.Verdicts live [REPETITIONS=3]");
    return 2;
}

try
{
    return args[0] == "live" ? Live() : Replay();
}
catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"Error: {fault.Message}");
    return 2;
}

int Live()
{
    using var check = new LiveCheck();
    return check.Run(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3);
}

int Replay()
{
    var trials = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1000;
    Console.WriteLine($"seed {seed}, {trials} verdicts a row, five times as many without a change, .NET {Environment.Version}");
    var tables = new Tables(Recording.Read(args[0]), trials, seed, args.Length > 2 ? args[2] : "");
    if (!tables.IsOurs)
    {
        tables.AnyRecording();
        return 0;
    }

    tables.OurRule();
    tables.KnownSlowdowns();
    tables.UsualRules();
    return 0;
}
