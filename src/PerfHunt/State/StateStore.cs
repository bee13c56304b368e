using System.Text;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Files;
using PerfHunt.Processes;

namespace PerfHunt.State;

/// <summary>
/// The state file with its last good copy beside it. Both are replaced atomically, the copy after the file, so that whenever the machine
/// stops at least one of them is whole.
/// </summary>
/// <param name="path">The state file.</param>
public sealed class StateStore(string path)
{
    /// <summary>What the last good copy's name ends with.</summary>
    public const string BackupSuffix = ".bak";

    private const string StartOver = "move the file away to start a new hunt";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The state file.</summary>
    public string StatePath { get; } = Path.GetFullPath(path);

    /// <summary>The last good copy.</summary>
    public string BackupPath => StatePath + BackupSuffix;

    /// <summary>Reads the state; null when there is no file. Nothing on disk is changed.</summary>
    /// <exception cref="HuntException">The file is damaged, or newer than we understand (<see cref="ExitCode.Usage"/>); the remedy names the last good copy.</exception>
    public HuntState? Load()
    {
        if (!File.Exists(StatePath))
        {
            return null;
        }

        var state = Read(StatePath);
        return state.Succeeded ? state.Value : throw state.Error.ToException(ExitCode.Usage, Remedy());
    }

    /// <summary>Writes the state to disk before it returns, and keeps a copy of it beside the file.</summary>
    /// <exception cref="HuntException">The file cannot be written; what was there before is untouched.</exception>
    public void Save(HuntState state)
    {
        var text = StateText.Write(state);
        AtomicFile.Write(StatePath, text);
        AtomicFile.Write(BackupPath, text);
    }

    private string Remedy()
    {
        if (IsNewer(StatePath))
        {
            return $"Go on with the PerfHunt that wrote it, or {StartOver}.";
        }

        var copy = File.Exists(BackupPath) ? Read(BackupPath) : null;
        return copy is { Succeeded: true }
            ? $"Put the last good copy back (iteration {copy.Value.Iteration}, {copy.Value.Phase}): {Command.Of("cp", "--", BackupPath, StatePath)}; or {StartOver}."
            : $"Mend the file by hand, or {StartOver}; there is no good copy at {BackupPath}.";
    }

    private static bool IsNewer(string file) =>
        Text(file) is { } text
        && JsonText.Parse(text, file) is { Succeeded: true } json
        && StateText.VersionOf(json.Value) > HuntState.CurrentSchemaVersion;

    private static Parsed<HuntState> Read(string file) =>
        Text(file) is { } text
            ? StateText.Read(text, file)
            : new LocatedError(file, 0, "not a text in UTF-8");

    private static string? Text(string file)
    {
        try
        {
            return StrictUtf8.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new HuntException(ExitCode.Precondition, $"The state cannot be read: {fault.Message}", "Make the file readable.", file, fault);
        }
    }
}
