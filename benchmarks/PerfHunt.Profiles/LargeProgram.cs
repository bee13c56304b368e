using System.Globalization;
using PerfHunt.Processes;

namespace PerfHunt.Profiles;

/// <summary>A program of some 170 MB, nearly all of it debug information: templates over types of their own, compiled in parts. Takes minutes to build.</summary>
internal static class LargeProgram
{
    private const int Parts = 12;
    private static readonly TimeSpan PartLimit = TimeSpan.FromMinutes(10);

    /// <summary>Builds it; gives its path.</summary>
    public static string Build(IProcessRunner runner, string folder)
    {
        var sources = Path.Combine(AppContext.BaseDirectory, "Large");
        var program = Path.Combine(folder, "large");
        var objects = Enumerable.Range(1, Parts).Select(part => (Part: part, File: Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"part{part}.o")))).ToList();
        Parallel.ForEach(objects, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, part => Must(runner, Command.Of(
            "g++", "-std=c++17", "-O1", "-g", "-fno-omit-frame-pointer", string.Create(CultureInfo.InvariantCulture, $"-DPART={part.Part}"), "-c", Path.Combine(sources, "part.cpp"), "-o", part.File)));
        Must(runner, Command.Of("g++", ["-std=c++17", "-O1", "-g", "-fno-omit-frame-pointer", Path.Combine(sources, "main.cpp"), .. objects.Select(part => part.File), "-o", program]));
        foreach (var (_, file) in objects)
        {
            File.Delete(file);
        }

        return program;
    }

    private static void Must(IProcessRunner runner, Command command)
    {
        var outcome = runner.Run(command with { TimeLimit = PartLimit });
        if (!outcome.Succeeded)
        {
            throw new CommandFailedException(outcome, Errors.ExitCode.Precondition, "Mend it and start again.");
        }
    }
}
