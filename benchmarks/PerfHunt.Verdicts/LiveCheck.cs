using System.Diagnostics;
using System.Globalization;
using Newtonsoft.Json.Linq;
using PerfHunt.Errors;

namespace PerfHunt.Verdicts;

/// <summary>
/// Whole comparisons on this machine, by the host as a user starts it: of a C program whose amount of work is one number, so that the true
/// change is known.
/// </summary>
internal sealed class LiveCheck : IDisposable
{
    /// <summary>Thousandths of work above 1,000 units, before and after the change.</summary>
    private static readonly (string Name, int Before, int Now)[] Cells =
    [
        ("none (another text in the program)", 0, 0), ("+2 %", 0, 20), ("-2 %", 20, 0), ("+5 %", 0, 50), ("-5 %", 50, 0),
    ];

    private static readonly string[] Workloads = ["arithmetic", "branches", "memory", "allocation", "hashing"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("perfhunt-live-");

    private string Repository => Path.Combine(_folder.FullName, "knob");

    /// <summary>Runs every cell so often and prints the table; the cells take turns, so that a bad minute is shared.</summary>
    public int Run(int repetitions)
    {
        Prepare();
        var found = Array.ConvertAll(Cells, _ => new List<LiveResult>());
        for (var repetition = 1; repetition <= repetitions; repetition++)
        {
            for (var cell = 0; cell < Cells.Length; cell++)
            {
                found[cell].Add(Compare(cell, repetition));
                Console.Error.WriteLine(FormattableString.Invariant($"{Cells[cell].Name}, {repetition} of {repetitions}: {found[cell][^1]}"));
            }
        }

        Console.WriteLine("| true change | said | rounds | estimates | 95 % interval holds | seconds, median |\n|---|---|---|---|---|---|");
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            var (name, before, now) = Cells[cell];
            Console.WriteLine(Row(name, 100.0 * (now - before) / (1000 + before), found[cell]));
        }

        return 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Row(string name, double truth, List<LiveResult> all)
    {
        var said = string.Join(", ", all.GroupBy(one => one.Verdict).Select(group => $"{group.Count()} {group.Key}"));
        var results = all.Where(one => one.Rounds > 0).DefaultIfEmpty(all[0]).ToList();
        var holding = results.Count(one => one.LowPercent <= truth && truth <= one.HighPercent);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {said} | {results.Min(one => one.Rounds)}-{results.Max(one => one.Rounds)} | {results.Min(one => one.EffectPercent):+0.0;-0.0;0.0} to {results.Max(one => one.EffectPercent):+0.0;-0.0;0.0} % | {holding} of {results.Count} | {results.Select(one => one.Seconds).Order().ElementAt(results.Count / 2):0} |");
    }

    private void Prepare()
    {
        Directory.CreateDirectory(Repository);
        Do("git", "init", "--quiet", "--initial-branch=main");
        Do("git", "config", "user.name", "Ada");
        Do("git", "config", "user.email", "ada@example.org");
        File.WriteAllText(Path.Combine(Repository, "knob.c"), KnobProgram.Source);
        File.WriteAllText(Path.Combine(Repository, "perfhunt.json"), KnobProgram.Configuration(Workloads));
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            Commit($"before-{cell}", Cells[cell].Before);
            Commit($"now-{cell}", Cells[cell].Now);
        }
    }

    private void Commit(string name, int thousandths)
    {
        File.WriteAllText(Path.Combine(Repository, "knob.h"), KnobProgram.Header(name, thousandths));
        Do("git", "add", "--all");
        Do("git", "commit", "--quiet", "--message", name);
        Do("git", "tag", name);
    }

    private LiveResult Compare(int cell, int repetition)
    {
        var started = Stopwatch.GetTimestamp();
        var (exitCode, output) = Start(
            Host(), "--target=Compare", $"--repository={Repository}", $"--workspace={Path.Combine(_folder.FullName, "workspace")}",
            $"--base=before-{cell}", $"--with=now-{cell}", FormattableString.Invariant($"--seed={repetition}"), "--format=json");
        if (exitCode == (int)ExitCode.Precondition)
        {
            return new("stopped by the self-check", double.NaN, double.NaN, double.NaN, 0, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        var result = output.StartsWith('{') ? JObject.Parse(output) : throw new InvalidDataException($"the host printed no result and ended with exit code {exitCode}");
        var change = result["change"] as JObject ?? throw new InvalidDataException($"nothing was measured: {result["reason"]}");
        return new(
            (string)result["verdict"]!, (double)change["effect_percent"]!, (double)change["low_percent"]!, (double)change["high_percent"]!,
            (int)change["rounds"]!, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    private void Do(params string[] words)
    {
        if (Start(words) is { ExitCode: not 0 } failed)
        {
            throw new InvalidDataException($"{string.Join(' ', words)} failed: {failed.Output}");
        }
    }

    private (int ExitCode, string Output) Start(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = Repository, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    // The script at the root of this repository.
    private static string Host()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "build.sh")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidDataException("build.sh lies in no folder above this program"), "build.sh");
    }
}
