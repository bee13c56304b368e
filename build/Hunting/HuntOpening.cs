using System.Collections.Immutable;
using PerfHunt.Build.Arguments;
using PerfHunt.Build.Hosting;
using PerfHunt.Build.Tasks;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Loop;
using PerfHunt.Loop.Checkups;
using PerfHunt.Loop.Preflight;
using PerfHunt.Processes;
using PerfHunt.State;

namespace PerfHunt.Build.Hunting;

/// <summary>From arguments to a session: which repository, which configuration, which workspace.</summary>
public static class HuntOpening
{
    /// <summary>Opens the hunt that the arguments speak of.</summary>
    /// <exception cref="HuntException">There is no such repository or configuration, or another hunt holds it.</exception>
    public static HuntSession Open(HuntArguments arguments, CancellationToken cancellation) => Open(arguments, place => place, cancellation);

    /// <summary>Opens a session in which two revisions are compared, beside the hunt that the arguments speak of.</summary>
    /// <exception cref="HuntException">There is no such repository or configuration, or a hunt holds it.</exception>
    public static HuntSession OpenComparison(HuntArguments arguments, CancellationToken cancellation) => Open(arguments, Comparison.PlaceFor, cancellation);

    /// <summary>Opens a session in which everything is tried that a hunt rests on, beside the hunt that the arguments speak of.</summary>
    /// <exception cref="HuntException">There is no such repository or configuration, or a hunt holds it.</exception>
    public static HuntSession OpenCheckup(HuntArguments arguments, CancellationToken cancellation) =>
        Open(arguments, Checkup.PlaceFor, cancellation, options => options with { Force = true, Brief = true });

    private static HuntSession Open(HuntArguments arguments, Func<HuntPlace, HuntPlace> at, CancellationToken cancellation, Func<HuntOptions, HuntOptions>? adjust = null)
    {
        var progress = new StandardErrorProgress(TimeProvider.System);
        var options = adjust is null ? Options(arguments) : adjust(Options(arguments));
        RequiredPrograms.RequireGit(options.InstallPrerequisites
            ? packages => DebianPackages.Install(packages, new ProcessRunner(TimeProvider.System), progress.Report, cancellation)
            : null);
        var place = at(arguments.Repository is { } repository
            ? HuntPlace.At(repository, arguments.Config, arguments.Workspace)
            : Sample(arguments, cancellation));
        LeaveWorkspace(place.Workspace);
        return SessionOpening.Open(place, options, progress, cancellation);
    }

    /// <summary>Where the hunt that the arguments speak of takes place, by files alone: nothing is made, locked or started.</summary>
    /// <exception cref="HuntException">There is no such folder or configuration.</exception>
    public static HuntPlace Find(HuntArguments arguments) => arguments.Repository is { } repository
        ? HuntPlace.At(repository, arguments.Config, arguments.Workspace).AtRoot()
        : SamplePlace(arguments);

    // A person may call from the clone that they worked in, which goes away while we run. All paths are absolute by now.
    private static void LeaveWorkspace(Workspace workspace)
    {
        if (Environment.CurrentDirectory.StartsWith(workspace.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            Environment.CurrentDirectory = workspace.Root;
        }
    }

    private static HuntPlace Sample(HuntArguments arguments, CancellationToken cancellation)
    {
        var place = SamplePlace(arguments);
        using var held = RepositoryLock.Acquire(place.Workspace.LockFile, TimeProvider.System);
        SampleRepository.Ensure(OwnRepository.Sample, place.Config, place.Repository, place.Git(new ProcessRunner(TimeProvider.System)), new StandardErrorProgress(TimeProvider.System), cancellation);
        return place;
    }

    // The sample is copied into a repository of its own below the workspace, and hunted there as any other.
    private static HuntPlace SamplePlace(HuntArguments arguments)
    {
        var sample = OwnRepository.Sample;
        var file = Path.GetFullPath(arguments.Config ?? Path.Combine(sample, ConfigPaths.DefaultFileName));
        var workspace = new Workspace(Path.GetFullPath(arguments.Workspace ?? OwnRepository.SampleWorkspace));
        return new HuntPlace(Path.Combine(workspace.Root, Path.GetFileName(sample)), file, HuntPlace.Load(file), workspace);
    }

    private static ImmutableArray<string> ProfileOnly(HuntArguments arguments) =>
        arguments.Workloads.IsEmpty || arguments.Targets is [var target] && target.Equals(Targets.NameOf(typeof(ProfileRoundTask)), StringComparison.OrdinalIgnoreCase)
            ? arguments.Workloads
            : throw new HuntException(ExitCode.Usage, "--workloads goes with --target=ProfileRound alone: a hunt always profiles its whole suite", "Leave it out, or ask for that target.");

    private static HuntOptions Options(HuntArguments arguments) => arguments.Hunt is { Mode: "duet", Metric: not (null or "cpu") }
        ? throw new HuntException(ExitCode.Usage, $"In a duet both sides share a processor: only CPU time can be compared, not {arguments.Hunt.Metric}", "Leave --mode out, or use --metric=cpu.")
        : arguments.Hunt with { ProfileOnly = ProfileOnly(arguments) };
}
