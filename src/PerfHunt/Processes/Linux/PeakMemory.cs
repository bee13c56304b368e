using System.Globalization;

namespace PerfHunt.Processes.Linux;

/// <summary>
/// The peak memory of a running process tree, looked at now and then. The kernel's own figure (<c>ru_maxrss</c>) is of no use for small
/// programs: it begins with the memory of the process that started the child, and this one is not small.
/// </summary>
internal sealed class PeakMemory(int pid)
{
    private const string PeakField = "VmHWM:";
    private const long BytesPerKibibyte = 1024;

    // Deep enough for a program behind scripts; a tree that grows while it is read must not hold us.
    private const int MostProcesses = 64;

    private long _seenBytes;

    /// <summary>Looks at the child and its descendants; one that is gone is passed over.</summary>
    public void Look()
    {
        var waiting = new Queue<int>([pid]);
        for (var i = 0; i < MostProcesses && waiting.TryDequeue(out var one); i++)
        {
            _seenBytes = Math.Max(_seenBytes, Of(one));
            foreach (var child in Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{one}/task/{one}/children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                waiting.Enqueue(int.Parse(child, CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The peak: what the kernel reported where that is more than this process ever had, else what was seen; 0 when nothing was.</summary>
    /// <param name="reportedBytes">What the kernel reported.</param>
    public long Correct(long reportedBytes) => reportedBytes > Of(Environment.ProcessId) ? Math.Max(reportedBytes, _seenBytes) : _seenBytes;

    private static long Of(int process)
    {
        var line = Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")).Split('\n').FirstOrDefault(line => line.StartsWith(PeakField, StringComparison.Ordinal));
        return line is not null && long.TryParse(line[PeakField.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var kibibytes)
            ? kibibytes * BytesPerKibibyte
            : 0;
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or the kernel keeps no lists of children.
            return "";
        }
    }
}
