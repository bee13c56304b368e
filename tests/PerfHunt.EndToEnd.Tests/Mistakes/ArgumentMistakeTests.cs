using PerfHunt.EndToEnd.Tests.Running;

namespace PerfHunt.EndToEnd.Tests.Mistakes;

/// <summary>Wrong arguments, configurations and states: exit code 2, a message that says what to do, nothing changed.</summary>
[Category("EndToEnd")]
public sealed class ArgumentMistakeTests : IDisposable
{
    private const int Usage = 2;

    private TallyProject _project = null!;

    [OneTimeSetUp]
    public void MakeProject()
    {
        Prerequisites.Require();
        _project = new TallyProject();
    }

    public void Dispose() => _project?.Dispose();

    [Test]
    public void A_folder_that_is_no_git_repository()
    {
        const int Precondition = 3;
        var folder = _project.Beside("no-repository");
        TallyProject.CopyTo(folder);
        var run = Host.Run("--target=Preflight", $"--repository={folder}", $"--workspace={_project.Workspace}");
        Refusal.Says(run, Precondition, folder, "git init");
        Assert.That(Directory.GetDirectories(folder, ".*"), Is.Empty);
    }

    [Test]
    public void A_folder_that_does_not_exist() =>
        Refusal.Says(Host.Run("--target=PerfHunt", "--repository=/no/such/folder"), Usage, "/no/such/folder", "--repository=DIR");

    [Test]
    public void A_repository_without_configuration()
    {
        var folder = _project.Beside("no-config");
        Shell.Do(folder, "git", "init", "--quiet");
        Refusal.Says(Host.Run("--target=PerfHunt", $"--repository={folder}"), Usage, "perfhunt.json", "--config=FILE");
        Assert.That(Directory.GetFileSystemEntries(folder).Select(Path.GetFileName), Is.EqualTo(new[] { ".git" }));
    }

    [TestCase("--specs=many", "name:seed:profile:layers:modules_per_layer")]
    [TestCase("--specs=many-words:7:many:two:10", "two")]
    public void A_wrong_spec(string specs, string says) =>
        Refusal.Expect(_project, _project.Target("GenerateSuite", specs), Usage, says, "--specs");

    [Test]
    public void An_unknown_workload_is_told_before_anything_is_built()
    {
        var run = Refusal.Expect(_project, _project.Target("ProfileRound", "--workloads=many-word"), Usage, "many-word", "Did you mean 'many-words'");
        Assert.That(run.Error, Does.Not.Contain("Building"));
    }

    [Test]
    public void A_workspace_in_the_repository() => Refusal.Expect(
        _project,
        new HostStart("--target=Preflight", $"--repository={_project.Folder}", $"--workspace={_project.Folder}/src"),
        Usage,
        "The workspace lies in the hunted repository",
        "--workspace=DIR");

    [Test]
    public void A_workspace_that_holds_something_else_which_is_kept()
    {
        var folder = _project.Beside("documents");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "runs")).FullName, "mine"), "x");
        var start = new HostStart("--target=Preflight", $"--repository={_project.Folder}", $"--workspace={folder}");
        Refusal.Expect(_project, start, Usage, "holds 'runs', which no hunt has made there", folder, "--workspace=DIR");
        Assert.That(Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories), Has.Length.EqualTo(2));
    }

    [Test]
    public void An_unknown_target() =>
        Refusal.Expect(_project, _project.Target("PerfHnt"), Usage, "'PerfHnt'", "Did you mean 'PerfHunt'");

    [Test]
    public void A_configuration_that_is_no_JSON()
    {
        var config = Path.Combine(_project.Beside("configs"), "broken.json");
        File.WriteAllText(config, "{\n  \"name\": \"tally\",\n  \"build\": {{\n}\n");
        Refusal.Expect(_project, _project.Target("PerfHunt", $"--config={config}"), Usage, $"{config}:3", "--config=FILE");
    }

    [Test]
    public void A_configuration_with_a_mistyped_key()
    {
        var config = Path.Combine(_project.Beside("configs"), "mistyped.json");
        File.WriteAllText(config, File.ReadAllText(_project.Config).Replace("\"gate\"", "\"gates\"", StringComparison.Ordinal));
        Refusal.Expect(_project, _project.Target("PerfHunt", $"--config={config}"), Usage, "gates", "'gate'");
    }

    [Test]
    public void A_damaged_state_is_refused_and_kept()
    {
        using var project = new TallyProject();
        Directory.CreateDirectory(Path.GetDirectoryName(project.StateFile)!);
        File.WriteAllText(project.StateFile, "{ \"phase\": \"Profi");
        Refusal.Expect(project, project.Target("PerfHunt"), Usage, project.StateFile, "move the file away");
        Assert.That(File.ReadAllText(project.StateFile), Is.EqualTo("{ \"phase\": \"Profi"));
    }

    [Test]
    public void A_state_of_a_newer_version_is_refused_and_kept()
    {
        using var project = new TallyProject();
        Directory.CreateDirectory(Path.GetDirectoryName(project.StateFile)!);
        File.WriteAllText(project.StateFile, "{ \"schema_version\": 99, \"iteration\": 1 }");
        Refusal.Expect(project, project.Target("PerfHunt"), Usage, project.StateFile, "99", "Go on with the PerfHunt that wrote it");
        Assert.That(File.ReadAllText(project.StateFile), Does.Contain("99"));
    }
}
