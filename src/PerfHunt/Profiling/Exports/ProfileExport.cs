using PerfHunt.Errors;

namespace PerfHunt.Profiling.Exports;

/// <summary>Writes a profile for other programs.</summary>
public static class ProfileExport
{
    /// <summary>The usual ending of a file of a format, with its point.</summary>
    public static string Extension(ExportFormat format) => format switch
    {
        ExportFormat.Folded => ".folded",
        ExportFormat.Speedscope => ".speedscope.json",
        ExportFormat.Pprof => ".pb.gz",
        _ => ".firefox.json",
    };

    /// <summary>Writes a profile.</summary>
    /// <param name="profile">A profile of our own reader; read with lines, threads and lines are told apart where the form can.</param>
    /// <param name="format">The form.</param>
    /// <param name="target">Where to; it stays open.</param>
    /// <exception cref="HuntException">The profile has no stacks: it is not of our own reader.</exception>
    public static void Write(Profile profile, ExportFormat format, Stream target)
    {
        var threads = ProfileStacks.ByThread(profile);
        switch (format)
        {
            case ExportFormat.Folded:
                FoldedStacks.Write(ProfileStacks.Of(profile), target);
                break;
            case ExportFormat.Speedscope:
                SpeedscopeFile.Write(profile, threads, target);
                break;
            case ExportFormat.Pprof:
                PprofFile.Write(profile, threads, target);
                break;
            default:
                FirefoxFile.Write(profile, threads, target);
                break;
        }
    }
}
