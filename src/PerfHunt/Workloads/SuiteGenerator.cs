using System.Collections.Immutable;
using System.Globalization;
using PerfHunt.Configuration;
using PerfHunt.Errors;
using PerfHunt.Files;
using PerfHunt.Processes;

namespace PerfHunt.Workloads;

/// <summary>Makes the workloads of a suite that are missing or damaged, by the configured generator.</summary>
/// <param name="processes">Runs the generator.</param>
/// <param name="config">How the generator is built and called, and with which environment and limits.</param>
public sealed class SuiteGenerator(IProcessRunner processes, HuntConfig config)
{
    private const string OutputPrefix = "output:";

    /// <summary>
    /// Brings every workload to disk: those that are there and unchanged stay, the others are made, one after the other. The
    /// generator is built at most once, and only when something is to be made.
    /// </summary>
    /// <param name="suite">The workloads and their folder.</param>
    /// <param name="tree">Absolute path of the slot in which the generator is built and run.</param>
    /// <param name="again">True to make all of them again.</param>
    /// <param name="cancellation">Ends the generator.</param>
    /// <exception cref="CommandFailedException">The generator does not build or does not run.</exception>
    /// <exception cref="HuntException">It wrote nothing, or there is no generator.</exception>
    public ImmutableArray<GeneratedWorkload> Generate(Suite suite, string tree, bool again = false, CancellationToken cancellation = default)
    {
        var built = false;
        var made = ImmutableArray.CreateBuilder<GeneratedWorkload>();
        foreach (var workload in suite.Workloads)
        {
            var record = WorkloadRecord.Read(suite.BaseFolder, workload.Name);
            var current = record?.Spec == workload.Spec ? record : null;
            if (!workload.IsGenerated)
            {
                made.Add(new GeneratedWorkload(workload, "", null, GenerationState.Kept));
            }
            else if (!again && current is not null && IsUnchanged(current))
            {
                made.Add(new GeneratedWorkload(workload, current.Folder, current.ContentHash, GenerationState.Kept));
            }
            else
            {
                BuildOnce(ref built, tree, cancellation);
                var fresh = Make(suite, workload, tree, cancellation);
                made.Add(new GeneratedWorkload(workload, fresh.Folder, fresh.ContentHash, Compare(current, fresh)));
            }
        }

        return made.ToImmutable();
    }

    /// <summary>The folder that a generator named in its output, relative to where it ran; null when it named none. The last line counts.</summary>
    internal static string? NamedFolder(string output, string tree) =>
        output.Split('\n')
            .Select(line => line.Trim())
            .LastOrDefault(line => line.StartsWith(OutputPrefix, StringComparison.Ordinal) && line.Length > OutputPrefix.Length)
            is { } line ? Path.GetFullPath(Path.Combine(tree, line[OutputPrefix.Length..].Trim())) : null;

    private static bool IsUnchanged(WorkloadRecord record) => Directory.Exists(record.Folder) && FolderHash.Of(record.Folder) == record.ContentHash;

    private static GenerationState Compare(WorkloadRecord? before, WorkloadRecord now) =>
        before is null ? GenerationState.Made
        : before.ContentHash == now.ContentHash ? GenerationState.Restored
        : GenerationState.Different;

    private WorkloadRecord Make(Suite suite, WorkloadConfig workload, string tree, CancellationToken cancellation)
    {
        Directory.CreateDirectory(suite.BaseFolder);
        WorkloadRecord.Remove(suite.BaseFolder, workload.Name);
        FreshFolder.Remove(suite.DefaultFolder(workload));
        var outcome = Run(config.Generator!.Command.Fill(ValuesFor(suite, workload)), tree, cancellation);
        var folder = NamedFolder(outcome.StandardOutput, tree) ?? suite.DefaultFolder(workload);
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new HuntException(
                ExitCode.BaselineInvalid,
                $"The generator wrote nothing for the workload {workload.Name}",
                $"It must write the folder {{output}}/{{name}} or print a line '{OutputPrefix} FOLDER'; it was called as `{outcome.Command}`.",
                folder);
        }

        var record = new WorkloadRecord(workload.Spec, folder, FolderHash.Of(folder));
        record.Write(suite.BaseFolder, workload.Name);
        return record;
    }

    private void BuildOnce(ref bool built, string tree, CancellationToken cancellation)
    {
        var generator = config.Generator ?? throw new HuntException(
            ExitCode.Usage, "The suite has workloads that must be generated, and no generator is configured", "Add `generator` to the configuration.");
        foreach (var command in built ? [] : generator.Build)
        {
            Run(command.Words, tree, cancellation);
        }

        built = true;
    }

    private ProcessOutcome Run(ImmutableArray<string> words, string tree, CancellationToken cancellation)
    {
        var command = Command.Of(words[0], words[1..]) with
        {
            Kind = ChildKind.Generator,
            WorkingDirectory = tree,
            Environment = ChildEnvironment.FromOurs().SetItems(config.Build.Environment),
            TimeLimit = TimeSpan.FromMinutes(config.Build.TimeLimitMinutes),
        };
        var outcome = processes.Run(command, cancellation);
        return outcome.Succeeded
            ? outcome
            : throw new CommandFailedException(outcome, ExitCode.BaselineInvalid, "Run the command in the repository and mend what it says, or correct generator in the configuration.");
    }

    private static Dictionary<string, string> ValuesFor(Suite suite, WorkloadConfig workload) => new()
    {
        ["name"] = workload.Name,
        ["seed"] = workload.Seed.ToString(CultureInfo.InvariantCulture),
        ["profile"] = workload.Profile,
        ["layers"] = workload.Layers.ToString(CultureInfo.InvariantCulture),
        ["modulesPerLayer"] = workload.ModulesPerLayer.ToString(CultureInfo.InvariantCulture),
        ["output"] = suite.BaseFolder,
    };
}
