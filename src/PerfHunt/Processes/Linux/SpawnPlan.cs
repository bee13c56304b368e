namespace PerfHunt.Processes.Linux;

/// <summary>All that the kernel needs to know of a child before it exists.</summary>
/// <param name="Path">The file to execute.</param>
/// <param name="Words">The argument vector with the name first.</param>
/// <param name="Variables">The whole environment, <c>name=value</c>.</param>
/// <param name="Folder">Where it starts; must exist.</param>
/// <param name="Files">Its standard streams.</param>
/// <param name="Cpu">The one processor to run on, or null.</param>
internal sealed record SpawnPlan(
    string Path,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Variables,
    string Folder,
    ChildFiles Files,
    int? Cpu);
