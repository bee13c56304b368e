using System.Globalization;

namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>Looks at a hunt's memory, disk and processes while it runs, by <c>/proc</c> and its folders.</summary>
internal sealed class SoakWatch : IDisposable
{
    private const int Part = 20;
    private readonly List<Look> _looks = [];
    private readonly AgentHunt _hunt;
    private readonly Timer _timer;

    public SoakWatch(AgentHunt hunt)
    {
        _hunt = hunt;
        _timer = new Timer(_ => Add(), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
    }

    /// <summary>Processes that a hunt left: whatever names its folder in environment or command line, but for ourselves.</summary>
    public static IEnumerable<string> Processes(AgentHunt hunt) => Directory.GetDirectories("/proc")
        .Where(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && pid != Environment.ProcessId)
        .Where(folder => (Text(folder, "environ") + Text(folder, "cmdline")).Contains(hunt.Root, StringComparison.Ordinal));

    /// <summary>Prints the medians of each twenty iterations as a table.</summary>
    public void Print(int seed, double seconds)
    {
        TestContext.Progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {seconds:0} s"));
        TestContext.Progress.WriteLine("| iterations | memory, MiB | processes | workspace without records, MiB | records, MiB | repository's git folder, KiB | state, KiB |");
        lock (_looks)
        {
            foreach (var part in _looks.GroupBy(look => (look.Iteration - 1) / Part).OrderBy(part => part.Key))
            {
                TestContext.Progress.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {(part.Key * Part) + 1}-{(part.Key + 1) * Part} | {Median(part, look => look.Memory) / 1024:0} | {Median(part, look => look.Processes):0} | {Median(part, look => look.Workspace) / 1024:0.0} | {Median(part, look => look.Records) / 1024:0.0} | {Median(part, look => look.Repository):0} | {Median(part, look => look.State):0} |"));
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private static double Median(IEnumerable<Look> part, Func<Look, double> figure) => part.Select(figure).Order().ToArray() is { Length: > 0 } sorted ? sorted[sorted.Length / 2] : 0;

    private void Add()
    {
        try
        {
            var processes = Processes(_hunt).ToList();
            var host = processes.FirstOrDefault(folder => Text(folder, "cmdline").StartsWith("dotnet\n", StringComparison.Ordinal));
            var records = Path.Combine(_hunt.Workspace, "investigations");
            if (host is null || !Directory.Exists(records))
            {
                return;
            }

            // The clone of the moment is no growth, and records are kept on purpose.
            var workspace = new DirectoryInfo(_hunt.Workspace).EnumerateDirectories()
                .Where(folder => folder.FullName != records && folder.Name is not ("clones" or "scratch" or "runs"));
            var look = new Look(
                (int)_hunt.State["iteration"]!,
                Memory(host),
                processes.Count,
                workspace.Sum(folder => Size(folder.FullName)),
                Size(records),
                Size(Path.Combine(_hunt.Repository, ".git")),
                Size(Path.Combine(_hunt.Repository, ".claude")));
            lock (_looks)
            {
                _looks.Add(look);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Newtonsoft.Json.JsonException)
        {
            // Files come and go while we look; the next look is soon.
        }
    }

    private static double Memory(string host) => Text(host, "status").Split('\n')
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture))
        .FirstOrDefault();

    private static double Size(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0) / 1024.0;

    private static string Text(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name)).Replace('\0', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // Sizes and memory in KiB.
    private sealed record Look(int Iteration, double Memory, int Processes, double Workspace, double Records, double Repository, double State);
}
