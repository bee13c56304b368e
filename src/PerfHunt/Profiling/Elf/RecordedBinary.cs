using PerfHunt.Errors;

namespace PerfHunt.Profiling.Elf;

/// <summary>Guards against reading a recording of one build as if it were of another.</summary>
public static class RecordedBinary
{
    /// <summary>Compares the build id of the recorded program with a binary's.</summary>
    /// <param name="profile">What was read from the recording.</param>
    /// <param name="binary">Path of the program that was built.</param>
    /// <returns>Why the recording is not of this binary; null when it is, when neither has a build id, or when the recording holds no sample in it and so no id.</returns>
    public static LocatedError? Mismatch(Profile profile, string binary)
    {
        using var elf = ElfFile.TryOpen(binary);
        if (elf is null)
        {
            return new LocatedError(binary, 0, "expected a 64-bit ELF binary");
        }

        var built = ElfNotes.BuildId(elf);
        var recorded = Recorded(profile, binary);
        if (recorded is null)
        {
            return new LocatedError(profile.Source, 0, $"is no recording of {binary}: it has no sample in it");
        }

        // perf notes the ids of what was hit alone, callers not: a program that leaves all work to its libraries has none.
        var wasHit = profile.Symbols.Any(share => share.SelfSamples > 0 && share.Module == Path.GetFileName(recorded.Path));
        return recorded.BuildId == built || (recorded.BuildId is null && !wasHit)
            ? null
            : new LocatedError(profile.Source, 0, $"was recorded from another build of {binary}: build id {recorded.BuildId ?? "none"}, expected {built ?? "none"}; record again");
    }

    // The path as it was run; a script or a wrapper may have started it, so it need not be the first program.
    private static ModuleUse? Recorded(Profile profile, string binary)
    {
        var path = Path.GetFullPath(binary);
        var name = Path.GetFileName(binary);
        return profile.Modules.FirstOrDefault(module => module.Path == path)
            ?? profile.Modules.FirstOrDefault(module => Path.GetFileName(module.Path) == name)
            ?? (Path.GetFileName(profile.MainModule) == name ? new ModuleUse(profile.MainModule!, profile.MainBuildId) : null);
    }
}
