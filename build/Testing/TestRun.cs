using PerfHunt.Build.Hosting;
using PerfHunt.Errors;

namespace PerfHunt.Build.Testing;

/// <summary>Builds the solution and runs its tests, in a place of its own so that no other build is in the way.</summary>
/// <param name="line">What is done with each line that the tools print.</param>
/// <param name="cancellation">Ends the tools.</param>
public sealed class TestRun(Action<string> line, CancellationToken cancellation)
{
    // It takes minutes and is recorded in docs/benchmarks.md.
    private const string AllButTheSoak = "TestCategory!=Soak";

    private static readonly string Artifacts = Path.Combine(OwnRepository.Root, "artifacts", "tests");

    /// <summary>Builds everything, with the analyzers on.</summary>
    /// <exception cref="HuntException">It does not build.</exception>
    public void Build()
    {
        string[] arguments =
        [
            "build", Path.Combine(OwnRepository.Root, "PerfHunt.sln"), "--artifacts-path", Artifacts,
            "--nologo", "--verbosity", "quiet", "-nodeReuse:false",
        ];
        if (LiveCommand.Run("dotnet", arguments, line, cancellation) != 0)
        {
            throw new HuntException(ExitCode.InternalError, "The solution does not build", "Mend the errors above.", OwnRepository.Root);
        }
    }

    /// <summary>Runs the tests that were built.</summary>
    /// <param name="filter">Which ones, in the form of <c>dotnet test --filter</c>, or null for all but the soak.</param>
    /// <returns>The totals; a test host that broke down counts as a failure.</returns>
    public TestTotals Run(string? filter)
    {
        var results = Path.Combine(Artifacts, "results");
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        string[] arguments =
        [
            "test", .. Assemblies(), "--nologo", "--logger", "console;verbosity=minimal", "--logger", "trx", "--results-directory", results,
            "--filter", filter ?? AllButTheSoak,
        ];
        var exitCode = LiveCommand.Run("dotnet", arguments, line, cancellation);
        var totals = Directory.Exists(results)
            ? Directory.EnumerateFiles(results, "*.trx").Select(Read).Aggregate(TestTotals.None, (sum, next) => sum.Plus(next))
            : TestTotals.None;
        return exitCode != 0 && totals.Failed == 0 ? totals with { Failed = 1 } : totals;
    }

    private static IEnumerable<string> Assemblies() =>
        from project in Directory.EnumerateFiles(Path.Combine(OwnRepository.Root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
        let name = Path.GetFileNameWithoutExtension(project)
        orderby name
        select Path.Combine(Artifacts, "bin", name, "debug", name + ".dll");

    private static TestTotals Read(string file) =>
        TestResultFile.Read(file, File.ReadAllText(file)).OrThrow(ExitCode.InternalError, "Run the tests again.");
}
