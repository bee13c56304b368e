using System.Collections.Immutable;
using PerfHunt.Build.Arguments;
using PerfHunt.Errors;
using PerfHunt.Hotspots;
using PerfHunt.Loop;
using PerfHunt.Profiling;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.Reading;

namespace PerfHunt.Build.Hunting;

/// <summary>From arguments to profiles: files that the caller names, or else the hunt's own. Nothing is locked.</summary>
public static class RecordingArguments
{
    /// <summary>The profile that the caller wants to look at.</summary>
    /// <exception cref="HuntException">There is no recording, or it cannot be read.</exception>
    public static Profile Profile(HuntArguments arguments, CancellationToken cancellation)
    {
        using var sources = Inlined(arguments);
        return HuntRecordings.Read(Files(arguments), new PerfDataReader { Inlined = sources }, cancellation);
    }

    /// <summary>The same by functions as they were compiled, whatever was asked for.</summary>
    /// <exception cref="HuntException">There is no recording, or it cannot be read.</exception>
    public static Profile CompiledProfile(HuntArguments arguments, CancellationToken cancellation) => HuntRecordings.Read(Files(arguments), new PerfDataReader(), cancellation);

    /// <summary>The same with every inlined function as a frame of its own, whatever was asked for.</summary>
    /// <exception cref="HuntException">There is no recording, or it cannot be read.</exception>
    public static Profile WrittenProfile(HuntArguments arguments, SourceIndexes sources, CancellationToken cancellation) =>
        HuntRecordings.Read(Files(arguments), new PerfDataReader { Inlined = sources }, cancellation);

    /// <summary>The profile that the caller wants to look at, with the stacks of each thread line by line.</summary>
    /// <exception cref="HuntException">There is no recording, or it cannot be read.</exception>
    public static Profile LinedProfile(HuntArguments arguments, CancellationToken cancellation)
    {
        using var sources = Sources(arguments);
        return HuntRecordings.Read(Files(arguments), new PerfDataReader { Lines = sources, Inlined = arguments.Hunt.RankBy == RankBy.Inlined ? sources : null }, cancellation);
    }

    /// <summary>The two profiles that the caller wants to compare.</summary>
    /// <exception cref="HuntException">There is no pair of recordings, or one cannot be read.</exception>
    public static (Profile Before, Profile After, string About) Pair(HuntArguments arguments, CancellationToken cancellation)
    {
        if (arguments.Before is null != arguments.After is null)
        {
            throw new HuntException(ExitCode.Usage, "FlameDiff needs both recordings or none", "Give --before=FILE and --after=FILE, or neither for the hunt's own.");
        }

        var files = arguments is { Before: { } before, After: { } after }
            ? new ComparedRecordings([Path.GetFullPath(before)], [Path.GetFullPath(after)], "the two recordings that were named")
            : HuntRecordings.Compared(HuntOpening.Find(arguments), arguments.Workloads);
        using var sources = Inlined(arguments);
        var reader = new PerfDataReader { Inlined = sources };
        return (HuntRecordings.Read(files.Before, reader, cancellation), HuntRecordings.Read(files.After, reader, cancellation), files.About);
    }

    /// <summary>Where to write what is made of the recordings.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="name">What is made, as the name of a file: it is the name in the workspace, and the ending beside a recording.</param>
    public static string Output(HuntArguments arguments, string name)
    {
        var recording = arguments.Recordings.FirstOrDefault() ?? arguments.After;
        return Path.GetFullPath(arguments.Output
            ?? (recording is not null ? $"{recording}.{name}" : Path.Combine(HuntOpening.Find(arguments).Workspace.Reports, name)));
    }

    /// <summary>What reads source lines and inlined functions; what was read is kept in the workspace of a hunt.</summary>
    public static SourceIndexes Sources(HuntArguments arguments) => new(IsOfHunt(arguments) ? HuntOpening.Find(arguments).Workspace.SourceIndexes : null);

    /// <summary>The texts of the sources: of a hunt, those of the program that was recorded, which may lie elsewhere than where it was built.</summary>
    public static SourceTexts SourceTexts(HuntArguments arguments)
    {
        if (!IsOfHunt(arguments))
        {
            return new SourceTexts();
        }

        return HuntRecordings.Sources(HuntOpening.Find(arguments));
    }

    private static SourceIndexes? Inlined(HuntArguments arguments) => arguments.Hunt.RankBy == RankBy.Inlined ? Sources(arguments) : null;

    private static bool IsOfHunt(HuntArguments arguments) => arguments.Recordings.IsEmpty && arguments.Before is null;

    private static ImmutableArray<string> Files(HuntArguments arguments) => arguments.Recordings.IsEmpty
        ? HuntRecordings.Newest(HuntOpening.Find(arguments), arguments.Workloads)
        : [.. arguments.Recordings.Select(Path.GetFullPath)];
}
