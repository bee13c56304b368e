using Cake.Frosting;
using Newtonsoft.Json.Linq;
using PerfHunt.Build.Hosting;
using PerfHunt.Configuration;
using PerfHunt.Configuration.Proposals;
using PerfHunt.Errors;
using PerfHunt.Processes;
using PerfHunt.SourceControl;

namespace PerfHunt.Build.Tasks;

/// <summary>Proposes a configuration for the repository that is named; never overwrites one.</summary>
[TaskName("Init")]
[TaskDescription("Writes a first configuration for the repository that --repository names")]
public sealed class InitTask : HuntTask
{
    /// <inheritdoc/>
    protected override void Execute(HuntContext context)
    {
        var root = Root(context.Options.Repository);
        var file = Path.GetFullPath(context.Options.Config ?? Path.Combine(root, ConfigPaths.DefaultFileName));
        if (Path.Exists(file))
        {
            throw new HuntException(ExitCode.Usage, "There is a configuration already, and it is left as it is", "Edit it, or name another place by --config=FILE.", file);
        }

        var facts = new ProjectSurvey(new ProcessRunner(TimeProvider.System)).Look(root, context.Cancellation);
        Write(file, Proposal.Text(facts));
        Console.Out.WriteLine($"""
            Written: {file} (preset {facts.Build.ToString().ToLowerInvariant()})

            Next:
              1. {(facts.Build == BuildSystem.Vole ? "Read it; build, gate and workloads come with the preset" : "Read it, and put workloads into it that keep the program busy for some seconds")}.
              2. Commit it, with .claude/perf-hunt-* and .tickets/ in .gitignore: the hunt keeps its state and tickets there.
              3. {OwnRepository.Call} --target=Doctor --repository={root}  tries everything that a hunt rests on, and tells what is wrong.
              4. {OwnRepository.Call} --target=Analyze --repository={root}  builds, measures and shows what is hot, and changes nothing.
            """);
        context.Output.Json(() => new JObject { ["kind"] = "init", ["config"] = file, ["preset"] = facts.Build.ToString().ToLowerInvariant() });
    }

    private static string Root(string? repository)
    {
        var folder = Path.GetFullPath(repository
            ?? throw new HuntException(ExitCode.Usage, "Init needs to know which repository is meant; the shipped sample has its configuration", "Add --repository=DIR."));
        return Directory.Exists(folder)
            ? WorkTree.RootOf(folder) ?? throw new HuntException(ExitCode.Precondition, "The folder lies in no git repository", "Run `git init` in it and commit the sources.", folder)
            : throw new HuntException(ExitCode.Usage, "There is no such folder", "Name the repository's folder by --repository=DIR.", folder);
    }

    private static void Write(string file, string text)
    {
        try
        {
            using var writer = new StreamWriter(new FileStream(file, FileMode.CreateNew));
            writer.Write(text);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new HuntException(ExitCode.Precondition, $"The configuration cannot be written: {fault.Message}", "Name another place by --config=FILE.", file, fault);
        }
    }
}
