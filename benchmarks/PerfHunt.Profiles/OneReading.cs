using System.Globalization;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.Reading;

namespace PerfHunt.Profiles;

/// <summary>Reads one recording, in a process of its own.</summary>
internal static class OneReading
{
    // The kernel tells processor time in steps of 10 ms, and the compiler's last tier comes after some dozens of rounds.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(2);

    /// <summary>Once: what a command-line tool would take.</summary>
    public static int Cold(string file)
    {
        var parsed = new PerfDataReader().Read(file);
        Console.WriteLine(parsed.Value?.Samples.ToString(CultureInfo.InvariantCulture) ?? parsed.Error!.ToString());
        return parsed.Succeeded ? 0 : 1;
    }

    /// <summary>Once, with inlined functions: prints the samples, the functions, and the most memory that was in use.</summary>
    public static int ColdInlined(string file, string? cacheFolder)
    {
        using var sources = new SourceIndexes(cacheFolder);
        var parsed = new PerfDataReader { Inlined = sources }.Read(file);
        if (!parsed.Succeeded)
        {
            Console.WriteLine(parsed.Error);
            return 1;
        }

        using var self = System.Diagnostics.Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{parsed.Value.Samples} {parsed.Value.Symbols.Length} {self.PeakWorkingSet64}"));
        foreach (var warning in parsed.Value.Warnings)
        {
            Console.Error.WriteLine(warning);
        }

        return 0;
    }

    /// <summary>Prints what is at addresses in hex, one a line, in the form of <c>addr2line -a -i -f</c>.</summary>
    public static int Frames(string binary, TextReader addresses)
    {
        using var index = SourceIndex.Open(binary);
        while (addresses.ReadLine() is { } line)
        {
            var address = ulong.Parse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"0x{address:x16}"));
            foreach (var frame in index.FramesAt(address))
            {
                Console.WriteLine(frame.Function ?? "??");
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{frame.File ?? "??"}:{frame.Line}"));
            }
        }

        foreach (var warning in index.Warnings)
        {
            Console.Error.WriteLine(warning);
        }

        return 0;
    }

    /// <summary>Prints what one of many readings takes, seconds of processor time: other work on the machine disturbs it less than elapsed time.</summary>
    public static int Warm(string file)
    {
        Repeat(file, WarmUp);
        Console.WriteLine(Repeat(file, Measured).ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double Repeat(string file, TimeSpan duration)
    {
        var reader = new PerfDataReader();
        var start = Environment.CpuUsage.TotalTime;
        var count = 0;
        do
        {
            reader.Read(file);
            count++;
        }
        while (Environment.CpuUsage.TotalTime - start < duration);

        return (Environment.CpuUsage.TotalTime - start).TotalSeconds / count;
    }
}
