using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Profiling.AddressSpaces;
using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Lines;
using PerfHunt.Profiling.PerfData;
using PerfHunt.Profiling.Symbols;
using PerfHunt.Profiling.Unwinding;

namespace PerfHunt.Profiling.Reading;

/// <summary>
/// Reads recordings of <c>perf record</c> without perf. The file is read twice: first what happened (programs, libraries, forks,
/// names), then the samples, each looked up in what there was at its time. Memory grows with the number of different stacks, not of samples.
/// </summary>
public sealed class PerfDataReader : IProfileReader
{
    // Between two looks at the token, some milliseconds of work.
    private const int RecordsPerLook = 1 << 14;

    /// <summary>Where callers are looked up; only a comparison with perf needs another than the default.</summary>
    public CallerLookup CallerLookup { get; init; } = CallerLookup.AtCall;

    /// <summary>
    /// Tells what was inlined: then functions that were inlined into others are symbols of their own, with what they cost taken from the
    /// function around them, and stand on stacks. Null to count by functions as they were compiled. The caller closes it.
    /// </summary>
    public SourceIndexes? Inlined { get; init; }

    /// <summary>
    /// Tells source lines: then the profile has the stacks of each thread, line by line. Null to leave them out, which takes less time and
    /// memory. The caller closes it; it may be the same as <see cref="Inlined"/>.
    /// </summary>
    public SourceIndexes? Lines { get; init; }

    /// <inheritdoc/>
    /// <remarks>Of several events, the one with the most samples; the first on a tie.</remarks>
    public Parsed<Profile> Read(string recording, CancellationToken cancellation = default)
    {
        using var file = ByteFile.TryOpen(recording);
        if (file is null)
        {
            return new LocatedError(recording, 0, WhyNot(recording));
        }

        return Read(file, cancellation);
    }

    private static string WhyNot(string recording) =>
        Directory.Exists(recording) ? "a recording in a folder (perf record --threads), expected a file"
        : new FileInfo(recording) is { Exists: true, Length: 0 } ? "the file is empty"
        : "no such file, or it may not be read";

    /// <summary>The same for a file that is open already.</summary>
    internal Parsed<Profile> Read(ByteFile file, CancellationToken cancellation = default)
    {
        var header = PerfDataHeader.Read(file);
        if (!header.Succeeded)
        {
            return header.Error;
        }

        var events = EventAttributes.Read(file, header.Value);
        return events.Succeeded ? Read(file, header.Value, events.Value, cancellation) : events.Error;
    }

    private Parsed<Profile> Read(ByteFile file, PerfDataHeader header, RecordedEvents events, CancellationToken cancellation)
    {
        var modules = new ModuleTable(BuildIdFeature.Read(file, header), Path.GetFullPath(file.Path));
        var happenings = new HistoryReader(events, modules);
        using (var records = new RecordStream(file, header.Data))
        {
            while (Next(records, cancellation, out var record))
            {
                happenings.Add(record);
            }

            if (records.Error is { } damage && header.IsComplete)
            {
                return damage;
            }
        }

        var history = happenings.Replay();
        var symbols = new SymbolRegistry();
        var frames = new FrameResolver(history, symbols, Inlined);
        var walker = new StackWalker(history, ArchitectureFeature.Read(file, header));
        var counter = new SampleCounter(events, frames, walker, CallerLookup, byThread: Lines is not null);
        using (var records = new RecordStream(file, header.Data))
        {
            while (Next(records, cancellation, out var record))
            {
                if (record.Type == RecordType.Sample)
                {
                    counter.Add(record);
                }
            }
        }

        var fullest = 0;
        for (var index = 1; index < counter.Counts.Count; index++)
        {
            fullest = counter.Counts[index].Count > counter.Counts[fullest].Count ? index : fullest;
        }

        var profile = ProfileMaker.Make(file.Path, events.All[fullest], counter.Counts[fullest], symbols, history, happenings.LostSamples);
        return profile with
        {
            ThreadStacks = Lines is null ? [] : new LinedStacks(symbols, frames, Lines).Of(counter.Counts[fullest], profile.Threads),
            Places = ProfileMaker.Places(counter.Counts[fullest], symbols, frames),
            Modules = [.. modules.All.Where(module => frames.StateOf(module) is not null).Select(module => module.Use)],
            Warnings = [.. Warnings(header, counter, modules, frames), .. Warnings(walker), .. OtherEvents(events, counter, fullest), .. Inlined?.Warnings ?? []],
            TruncatedStacks = walker.Ends[(int)UnwindEnd.StackTooShort],
            BrokenStacks = walker.Ends[(int)UnwindEnd.NoRules],
        };
    }

    private static bool Next(RecordStream records, CancellationToken cancellation, out Record record)
    {
        if (records.Count % RecordsPerLook == 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return records.TryNext(out record);
    }

    private static ImmutableArray<string> Warnings(PerfDataHeader header, SampleCounter counter, ModuleTable modules, FrameResolver frames)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (!header.IsComplete)
        {
            warnings.Add("perf was ended before it could finish the recording; the last samples may be missing");
        }

        if (counter.Damaged > 0)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{counter.Damaged} damaged samples were left out"));
        }

        foreach (var module in modules.All)
        {
            if (Problem(frames.StateOf(module)) is { } problem)
            {
                warnings.Add($"{module.Path}: {problem}");
            }
        }

        return warnings.ToImmutable();
    }

    private static IEnumerable<string> OtherEvents(RecordedEvents events, SampleCounter counter, int shown) =>
        from index in Enumerable.Range(0, events.All.Length)
        where index != shown && counter.Counts[index].Count > 0
        select string.Create(CultureInfo.InvariantCulture, $"{counter.Counts[index].Count} samples of {events.All[index].Name} are not in here: of several events, the one with the most samples is shown");

    private static IEnumerable<string> Warnings(StackWalker walker)
    {
        var (truncated, broken) = (walker.Ends[(int)UnwindEnd.StackTooShort], walker.Ends[(int)UnwindEnd.NoRules]);
        if (truncated > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{truncated} stacks are deeper than what was copied of them; their outer callers are unknown");
        }

        if (broken > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{broken} stacks could not be followed to their root");
        }
    }

    private static string? Problem(SymbolState? state) => state switch
    {
        SymbolState.NoFile => "is gone or is no ELF binary, so its functions are unknown",
        SymbolState.OtherBuild => "was replaced since the recording, so its functions are unknown",
        SymbolState.Stripped => "has no symbols, and no debug file was found",
        _ => null,
    };
}
