using PerfHunt.Files;

namespace PerfHunt.Workloads;

/// <summary>
/// What is remembered of a generated workload, in <c>BASE/NAME.made</c>: three lines, spec, folder and content hash. Written when
/// the workload is complete, so a workload without one was never finished.
/// </summary>
/// <param name="Spec">The spec that it was made by.</param>
/// <param name="Folder">Absolute path of its folder.</param>
/// <param name="ContentHash">Hash of the folder when it was made (<see cref="FolderHash"/>).</param>
internal sealed record WorkloadRecord(string Spec, string Folder, string ContentHash)
{
    private const int Lines = 3;

    /// <summary>The record of a workload, or null when there is none that can be read.</summary>
    public static WorkloadRecord? Read(string baseFolder, string name)
    {
        var file = FileOf(baseFolder, name);
        return File.Exists(file) && File.ReadAllText(file).Split('\n') is { Length: > Lines } lines
            ? new WorkloadRecord(lines[0], lines[1], lines[2])
            : null;
    }

    /// <summary>Removes the record of a workload that is about to be made.</summary>
    public static void Remove(string baseFolder, string name) => File.Delete(FileOf(baseFolder, name));

    /// <summary>Writes the record of a workload that is complete.</summary>
    public void Write(string baseFolder, string name) => AtomicFile.Write(FileOf(baseFolder, name), $"{Spec}\n{Folder}\n{ContentHash}\n");

    private static string FileOf(string baseFolder, string name) => Path.Combine(baseFolder, $"{name}.made");
}
