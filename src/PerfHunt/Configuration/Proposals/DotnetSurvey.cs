using System.Collections.Immutable;
using PerfHunt.Errors;

namespace PerfHunt.Configuration.Proposals;

/// <summary>Looks at a .NET repository: which of its projects is the program, and which namespaces are ours. Only reads.</summary>
internal static class DotnetSurvey
{
    // Deeper projects are templates and test data.
    private const int ProjectDepth = 3;
    private const int SourceDepth = 16;
    private static readonly string[] Solutions = ["*.sln", "*.slnx"];
    private static readonly string[] Made = ["bin", "obj", ".git"];

    /// <summary>True when <c>dotnet build</c> finds what to build at the root.</summary>
    public static bool IsAtRoot(string root) => Roots(root) > 0;

    /// <summary>True when there is a project, however deep.</summary>
    public static bool HasProjects(string root) => Files(root, "*.csproj", ProjectDepth).Any();

    /// <summary>Finds out what a configuration needs.</summary>
    /// <param name="root">The repository's root, absolute.</param>
    /// <param name="name">What to call the project.</param>
    /// <exception cref="HuntException">No project makes a program.</exception>
    public static ProjectFacts Look(string root, string name)
    {
        var projects = Files(root, "*.csproj", ProjectDepth).Select(file => DotnetProject.Read(Path.GetRelativePath(root, file), File.ReadAllText(file))).ToList();
        var programs = projects.Where(project => project is { IsProgram: true, IsTest: false }).OrderByDescending(project => project.AssemblyName.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (programs is not [var program, ..])
        {
            throw new HuntException(ExitCode.Precondition, "No C# project here makes a program (OutputType Exe), and a library alone cannot be run", "Add a program that uses it as its users do, then run Init again.", root);
        }

        var framework = program.Framework ?? Shared(root);
        var tests = projects.Where(project => project.IsTest).ToList();
        var isSimple = Roots(root) == 1;
        return new ProjectFacts(BuildSystem.Dotnet, name, Path.Combine(program.Folder == "." ? "" : program.Folder, "bin", "Release", framework ?? "net10.0", $"{program.AssemblyName}.dll"))
        {
            IsBinaryGuessed = programs.Count > 1 || framework is null,
            Commands = isSimple ? [] : [Dotnet("build", program)],
            Gate = tests.Count == 0 ? [] : isSimple ? null : [.. tests.Select(test => Dotnet("test", test))],
            OwnCode = Parts(root, [program, .. projects.Where(project => project != program && project is { IsProgram: false, IsTest: false })]),
        };
    }

    // What is in no namespace, and what the compiler makes, belongs to the program too.
    private static ImmutableArray<OwnCode> Parts(string root, ImmutableArray<DotnetProject> projects) =>
    [
        .. projects.SelectMany(project => DotnetProject.Prefixes(Files(Path.Combine(root, project.Folder), "*.cs", SourceDepth).Select(File.ReadAllText))
            .Select(prefix => new OwnCode(prefix, project.AssemblyName, project.Folder))).DistinctBy(part => part.Prefix),
        new OwnCode("", projects[0].AssemblyName, projects[0].Folder),
    ];

    private static string? Shared(string root) =>
        Path.Combine(root, "Directory.Build.props") is var file && File.Exists(file) ? DotnetProject.FrameworkIn(File.ReadAllText(file)) : null;

    private static int Roots(string root)
    {
        var solutions = Solutions.Sum(pattern => Directory.GetFiles(root, pattern).Length);
        return solutions > 0 ? solutions : Directory.GetFiles(root, "*.csproj").Length;
    }

    private static CommandLine Dotnet(string verb, DotnetProject project) =>
        new(["dotnet", verb, project.File, "--configuration", "Release", "--nologo", "--verbosity", "quiet"]);

    private static IEnumerable<string> Files(string root, string pattern, int depth) => Directory
        .EnumerateFiles(root, pattern, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = depth, AttributesToSkip = FileAttributes.ReparsePoint })
        .Where(file => !Path.GetRelativePath(root, file).Split('/').Any(part => Made.Contains(part)))
        .Order(StringComparer.Ordinal);
}
