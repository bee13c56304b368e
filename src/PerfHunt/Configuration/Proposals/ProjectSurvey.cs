using System.Collections.Immutable;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Configuration.Proposals;

/// <summary>Looks at a repository to propose a configuration for it. Reads; of programs it runs cargo alone, which then reads only too.</summary>
/// <param name="processes">Runs cargo.</param>
public sealed class ProjectSurvey(IProcessRunner processes)
{
    // Deeper lists belong to libraries that came along.
    private const int CMakeDepth = 2;

    // cargo only reads manifests here.
    private static readonly TimeSpan CargoLimit = TimeSpan.FromMinutes(1);

    // Where the preset vole allows changes; it knows no crate that was added since.
    private const string VoleCrates = "src/crates/";

    private static readonly string[] GateRecipes = ["pre-commit", "ci", "check", "test"];

    /// <summary>Finds out what builds and tests the project.</summary>
    /// <param name="root">The repository's root, absolute.</param>
    /// <param name="cancellation">Ends cargo.</param>
    /// <exception cref="HuntException">Nothing that we know builds it, or it makes no program.</exception>
    public ProjectFacts Look(string root, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(root, "Cargo.toml")))
        {
            return Cargo(root, cancellation);
        }

        if (DotnetSurvey.IsAtRoot(root))
        {
            return Dotnet(root);
        }

        return Text(root, "CMakeLists.txt") is { } list ? CMake(root, list)
            : Text(root, "Makefile", "makefile", "GNUmakefile") is { } makefile ? Make(root, makefile)
            : File.Exists(Path.Combine(root, "configure")) ? Make(root, "") with { Commands = [Words("./configure"), Words("make")] }
            : DotnetSurvey.HasProjects(root) ? Dotnet(root)
            : throw new HuntException(
                ExitCode.Precondition,
                "Nothing that builds this repository was found (Cargo.toml, a .NET solution or project, CMakeLists.txt, Makefile, configure)",
                $"Write {ConfigPaths.DefaultFileName} by hand; docs/your-own-repository.md of PerfHunt shows how.",
                root);
    }

    private ProjectFacts Cargo(string root, CancellationToken cancellation)
    {
        var command = Command.Of("cargo", "metadata", "--no-deps", "--offline", "--format-version", "1") with
        {
            WorkingDirectory = root,
            TimeLimit = CargoLimit,
            OutputCapBytes = 64 << 20,
        };
        var outcome = processes.Run(command, cancellation);
        if (!outcome.Succeeded)
        {
            throw new CommandFailedException(outcome, ExitCode.Precondition, "Make cargo read this workspace, then run Init again.");
        }

        var packages = CargoPackages.Read(outcome.StandardOutput, root).OrThrow(ExitCode.Precondition, "See what cargo metadata prints.");
        if (packages.Programs.IsEmpty)
        {
            throw new HuntException(ExitCode.Precondition, "This workspace makes no program, and a library alone cannot be run", "Add a program that uses it as its users do, then run Init again.", root);
        }

        var isVole = packages.Programs.Contains("vole") && packages.Programs.Contains("vole-stress");
        return new ProjectFacts(isVole ? BuildSystem.Vole : BuildSystem.Cargo, Name(root), $"target/release/{packages.Programs[0]}")
        {
            IsBinaryGuessed = packages.Programs.Length > 1,
            Gate = Just(root) ?? Workflow(root, BuildSystem.Cargo),
            OwnCode = isVole ? [.. packages.Parts.Where(part => part.Folder.StartsWith(VoleCrates, StringComparison.Ordinal))] : packages.Parts,
        };
    }

    private static ProjectFacts Dotnet(string root)
    {
        var facts = DotnetSurvey.Look(root, Name(root));
        return facts with { Gate = Just(root) ?? facts.Gate };
    }

    private static ProjectFacts CMake(string root, string list)
    {
        var lists = Directory.EnumerateFiles(root, "CMakeLists.txt", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = CMakeDepth, AttributesToSkip = FileAttributes.ReparsePoint });
        var found = lists.Order(StringComparer.Ordinal).OrderBy(file => file.Length)
            .Select(file => (Folder: Path.GetRelativePath(root, Path.GetDirectoryName(file)!), Program: BuildFiles.Executable(File.ReadAllText(file))))
            .FirstOrDefault(one => one.Program is not null);
        var program = found.Program ?? Name(root);
        var movesPrograms = list.Contains("RUNTIME_OUTPUT_DIRECTORY", StringComparison.OrdinalIgnoreCase);
        return new ProjectFacts(BuildSystem.CMake, Name(root), found.Folder is null or "." ? $"build/{program}" : $"build/{found.Folder}/{program}")
        {
            IsBinaryGuessed = movesPrograms,
            HasNoProgram = found.Program is null,
            Gate = Just(root) ?? (BuildFiles.HasTests(list) || Workflow(root, BuildSystem.CMake) is not null ? null : []),
        };
    }

    private static ProjectFacts Make(string root, string makefile)
    {
        var recipes = BuildFiles.Recipes(makefile);
        var program = BuildFiles.Program(makefile, Name(root));
        return new ProjectFacts(BuildSystem.Make, Name(root), program ?? Name(root))
        {
            IsBinaryGuessed = program is null,
            SetsFlags = BuildFiles.SetsFlags(makefile),
            Gate = Just(root) ?? (recipes.Contains("test") ? null : recipes.Contains("check") ? [Words("make", "check")] : Workflow(root, BuildSystem.Make) ?? []),
        };
    }

    private static ImmutableArray<CommandLine>? Just(string root) =>
        Text(root, "justfile", "Justfile", ".justfile") is { } justfile && GateRecipes.FirstOrDefault(BuildFiles.Recipes(justfile).Contains) is { } recipe
            ? [Words("just", recipe)]
            : null;

    private static ImmutableArray<CommandLine>? Workflow(string root, BuildSystem build)
    {
        var folder = Path.Combine(root, ".github", "workflows");
        IEnumerable<string> files = Directory.Exists(folder) ? Directory.GetFiles(folder).Order(StringComparer.Ordinal) : [];
        return files.Where(file => Path.GetExtension(file) is ".yml" or ".yaml")
            .Select(file => WorkflowFiles.Test(File.ReadAllText(file), build))
            .FirstOrDefault(command => command is not null) is { } test ? [test] : null;
    }

    private static string? Text(string root, params string[] names) =>
        names.Select(name => Path.Combine(root, name)).FirstOrDefault(File.Exists) is { } file ? File.ReadAllText(file) : null;

    private static CommandLine Words(params string[] words) => new([.. words]);

    // The folder's name with what a name must not hold replaced.
    private static string Name(string root)
    {
        var name = string.Concat(Path.GetFileName(root).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).TrimStart('-', '_', '.');
        return name.Length > 0 ? name : "project";
    }
}
