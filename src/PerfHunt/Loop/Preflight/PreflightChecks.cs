using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Files;
using PerfHunt.Processes;
using PerfHunt.Verification.Measuring;
using PerfHunt.Verification.Measuring.Counting;

namespace PerfHunt.Loop.Preflight;

/// <summary>Everything that must hold before a hunt; all of it is looked at, so that a person mends it in one go.</summary>
public static class PreflightChecks
{
    // Two checkouts with their build folders, recordings and workloads of a middling project.
    private const long FreeBytesNeeded = 2L << 30;

    /// <summary>What is wrong.</summary>
    public static IReadOnlyList<Finding> Findings(HuntSession session)
    {
        var metric = session.Options.Metric;
        var missing = RequiredPrograms.Missing(session.Place.Config, [.. RequiredPrograms.Always, .. RequiredPrograms.Measuring(metric)]).ToList();
        var tooOld = missing.Any(finding => finding.Packages.Contains("linux-perf")) ? null : Old(session, "perf");
        return
        [
            .. missing,
            .. tooOld is null ? (Finding[])[] : [tooOld],
            .. Tree(session),
            .. Disk(session),
            .. Investigator(session),
            .. Counters(session),
            .. tooOld is not null || missing.Any(finding => finding.Packages.Contains("linux-perf")) ? [] : Recording(session),
        ];
    }

    /// <summary>What is old and may yet do; nothing when it is not installed or not called.</summary>
    public static IEnumerable<Finding> Cautions(HuntSession session) =>
        RequiredPrograms.Names(session.Place.Config).Contains("cargo") && ExecutableLookup.IsOnPath("cargo") && Old(session, "cargo") is { } old ? [old] : [];

    /// <summary>What is wrong for a comparison of two revisions: it takes neither recordings nor an investigator, and no clean tree.</summary>
    public static IReadOnlyList<Finding> OfComparison(HuntSession session) =>
    [
        .. RequiredPrograms.Missing(session.Place.Config, ["git", .. RequiredPrograms.Measuring(session.Options.Metric)]),
        .. Counters(session),
        .. (session.User with { DirtyPaths = [], IsBare = false }).Findings.Where(finding => finding.Blocks).Select(finding => new Finding(finding.What, finding.Remedy)),
        .. Disk(session),
    ];

    private static Finding? Old(HuntSession session, string program) =>
        ProgramVersions.TooOld(program, ProgramVersions.Tell(session, program), session.Place.Config.Perf);

    // A tree that was clean when the hunt began may be worked in later: the hunt has its own checkouts.
    private static IEnumerable<Finding> Tree(HuntSession session) =>
        session.State.Hunt is not null ? [] : session.User.Findings.Where(finding => finding.Blocks).Select(finding => new Finding(finding.What, finding.Remedy));

    // Whether a machine counts instructions shows only when it is asked to.
    internal static IEnumerable<Finding> Counters(HuntSession session)
    {
        if (session.Options.Metric != MeasuringNames.Of(Metric.Instructions) || !ExecutableLookup.IsOnPath("perf"))
        {
            return [];
        }

        var folder = Directory.CreateDirectory(Path.Combine(session.Place.Workspace.Root, "counter-probe")).FullName;
        var counter = new HardwareCounter();
        session.Tools.Processes.Run(counter.Around(Command.Of("true"), folder), session.Tools.Cancellation);
        var count = counter.Read(folder);
        Directory.Delete(folder, recursive: true);
        return count.Succeeded ? [] : [new Finding(Text.Sentence(count.Error.Problem), HardwareCounter.Remedy)];
    }

    internal static IEnumerable<Finding> Disk(HuntSession session)
    {
        var free = FreeSpace.Bytes(session.Place.Workspace.Root);
        if (free < FreeBytesNeeded)
        {
            yield return new Finding(
                string.Create(CultureInfo.InvariantCulture, $"Only {free >> 20} MiB are free at {session.Place.Workspace.Root}, {FreeBytesNeeded >> 20} MiB are needed"),
                "Free some space, or name another place with --workspace=DIR.");
        }
    }

    internal static IEnumerable<Finding> Investigator(HuntSession session)
    {
        Finding? finding = null;
        try
        {
            Investigators.Check(session);
        }
        catch (HuntException exception)
        {
            finding = new Finding(exception.What, exception.Remedy);
        }

        return finding is null ? [] : [finding];
    }

    internal static IEnumerable<Finding> Recording(HuntSession session)
    {
        var probe = Path.Combine(session.Place.Workspace.Root, "perf-probe.data");
        try
        {
            session.Tools.Recorder.Record(Command.Of("true"), probe, session.Place.Config.Perf, session.Tools.Cancellation);
            return [];
        }
        catch (HuntException exception)
        {
            return [new Finding(exception.What, exception.Remedy)];
        }
        finally
        {
            File.Delete(probe);
        }
    }
}
