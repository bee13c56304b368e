using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Mistakes;

/// <summary>Machines on which no hunt can run: exit code 3 and the command that mends it.</summary>
[Category("EndToEnd")]
public sealed class MachineMistakeTests : IDisposable
{
    private const int Precondition = 3;

    private TallyProject _project = null!;

    [OneTimeSetUp]
    public void MakeProject()
    {
        Prerequisites.Require();
        _project = new TallyProject();
    }

    public void Dispose() => _project?.Dispose();

    [TestCase("perf", "linux-perf")]
    [TestCase("make", "make")]
    public void A_missing_program(string program, string package) => Refusal.Expect(
        _project,
        _project.Target("PerfHunt").With("PATH", ToolFolder.Without(_project, program)),
        Precondition,
        $"The program '{program}' is not installed",
        "apt-get install",
        package,
        "--install-prerequisites");

    [Test]
    public void Git_is_missing() => Refusal.Expect(
        _project, _project.Target("PerfHunt").With("PATH", ToolFolder.Without(_project, "git")), Precondition, "The program 'git' is not installed", "apt-get install", "then start again");

    [Test]
    public void Perf_is_not_permitted()
    {
        const string Script = """
            case "$1" in
            --version) echo 'perf version 6.1.0'; exit 0 ;;
            record)
              echo 'Error:' >&2
              echo 'Access to performance monitoring and observability operations is limited.' >&2
              echo 'Consider adjusting /proc/sys/kernel/perf_event_paranoid setting to open' >&2
              echo 'access to performance monitoring and observability operations.' >&2
              exit 255 ;;
            esac
            exit 1
            """;
        var start = _project.Target("PerfHunt").With("PATH", ToolFolder.WithFake(_project, "perf", Script));
        Refusal.Expect(_project, start, Precondition, "perf_event_paranoid", "sysctl");
    }

    [Test]
    public void The_disk_is_full()
    {
        var place = SmallPlace.Find() ?? throw new IgnoreException("there is no small file system here");
        using (place)
        {
            var workspace = Path.Combine(place.Folder, "workspace");
            Refusal.Expect(
                _project, Running(workspace), Precondition, "MiB are free", workspace, "--workspace=DIR");
        }
    }

    [Test]
    public void A_second_hunt_at_the_same_time()
    {
        using var project = new TallyProject();
        HostRun? second = null;
        Host.Run(project.Target("PerfHunt"), onError: (process, line) =>
        {
            if (second is null && line.Contains("Building the baseline", StringComparison.Ordinal))
            {
                second = project.Target("Preflight").Run();
                process.Kill();
            }
        });
        Refusal.Says(second!, Precondition, "Another hunt works on this repository", "process ", "Wait until it has ended");
    }

    private HostStart Running(string workspace) => new("--target=PerfHunt", $"--repository={_project.Folder}", $"--workspace={workspace}");
}
