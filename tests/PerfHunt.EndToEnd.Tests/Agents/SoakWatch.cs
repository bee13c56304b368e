using System.Globalization;

namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>Looks at a hunt's memory and disk while it runs, by <c>/proc</c> and the workspace.</summary>
internal sealed class SoakWatch : IDisposable
{
    private const int Parts = 4;
    private const double KibiBytes = 1024;
    private readonly List<(int Attempts, double MemoryKib, double DiskKib)> _looks = [];
    private readonly AgentHunt _hunt;
    private readonly Timer _timer;

    public SoakWatch(AgentHunt hunt)
    {
        _hunt = hunt;
        _timer = new Timer(_ => Look(), null, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
    }

    /// <summary>Processes that a hunt left: whatever names its folder in environment or command line, but for ourselves.</summary>
    public static IEnumerable<string> Processes(AgentHunt hunt) => Directory.GetDirectories("/proc")
        .Where(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && pid != Environment.ProcessId)
        .Where(folder => (Text(folder, "environ") + Text(folder, "cmdline")).Contains(hunt.Root, StringComparison.Ordinal));

    /// <summary>Prints the median memory and disk of each quarter.</summary>
    public void Print(int seed, double seconds)
    {
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {seconds:0} s"));
        lock (_looks)
        {
            foreach (var part in _looks.Where(look => look.Attempts > 0).Chunk(Math.Max(1, _looks.Count(look => look.Attempts > 0) / Parts)))
            {
                TestContext.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"attempts {part[0].Attempts}-{part[^1].Attempts}: memory {Median(part.Select(look => look.MemoryKib)) / KibiBytes:0} MiB, workspace without records {Median(part.Select(look => look.DiskKib)) / KibiBytes:0.0} MiB"));
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is { Length: > 0 } sorted ? sorted[sorted.Length / 2] : 0;

    private void Look()
    {
        try
        {
            var host = Directory.GetDirectories("/proc").FirstOrDefault(folder => Text(folder, "cmdline") is var line
                && line.StartsWith("dotnet", StringComparison.Ordinal) && line.Contains(_hunt.Workspace, StringComparison.Ordinal));
            var records = Path.Combine(_hunt.Workspace, "investigations");
            if (host is null || !Directory.Exists(records))
            {
                return;
            }

            lock (_looks)
            {
                _looks.Add((Directory.GetDirectories(records).Length, Memory(host), Disk(records)));
            }
        }
        catch (IOException)
        {
            // Files come and go while we look; the next look is soon.
        }
    }

    private static double Memory(string host) => Text(host, "status").Split('\n')
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture))
        .FirstOrDefault();

    // The clone of the moment is no growth, and records are kept on purpose.
    private double Disk(string records) => new DirectoryInfo(_hunt.Workspace).EnumerateDirectories()
        .Where(folder => folder.FullName != records && folder.Name is not ("clones" or "scratch"))
        .SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories))
        .Sum(file => file.Exists ? file.Length : 0) / KibiBytes;

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
}
