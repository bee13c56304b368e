using PerfHunt.Build.Arguments;
using PerfHunt.Build.Hosting;

namespace PerfHunt.Build.Tests.Process;

/// <summary>The built host as a user meets it.</summary>
[Category("Processes")]
public sealed class HostTests
{
    [Test]
    public void The_tree_names_every_target()
    {
        var (code, output, error) = Host.Run("--tree");
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(Targets.All.Keys.Where(name => !output.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_target_has_a_description()
    {
        Assert.That(Targets.All.Where(target => target.Value.Length == 0).Select(target => target.Key), Is.Empty);
        Assert.That(Host.Run("--description").Output, Does.Match(@"Test\s+Builds the solution"));
    }

    [Test]
    public void In_JSON_mode_nothing_but_a_result_is_on_stdout()
    {
        var (code, output, error) = Host.Run("--format=json");
        Assert.That((code, output), Is.EqualTo((0, "")));
        Assert.That(error, Does.Contain("Default").And.Contain("--target=PerfHunt"));
    }

    [Test]
    public void In_text_mode_the_table_of_tasks_ends_the_output_and_has_no_colours()
    {
        var (code, output, error) = Host.Run();
        Assert.That((code, error), Is.EqualTo((0, "")));
        Assert.That(output, Does.Match(@"Default\s+00:00:").And.Not.Contain("\u001b"));
        Assert.That(output.TrimEnd().Split('\n')[^1], Does.StartWith("Total:"));
    }

    [Test]
    public void A_dry_run_runs_nothing()
    {
        var (code, output, _) = Host.Run("--dryrun", "--target", "Test");
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("1. Test").And.Contain("No tasks were actually executed"));
    }

    [Test]
    public void A_mistyped_target_is_named_on_stderr_alone()
    {
        var (code, output, error) = Host.Run("--target=Hepl");
        Assert.That((code, output), Is.EqualTo((2, "")));
        Assert.That(error, Does.StartWith("Error: There is no target 'Hepl'. Did you mean 'Help'?"));
    }

    [Test]
    public void Help_lists_switches_and_arguments_and_promises_nothing()
    {
        var (code, output, _) = Host.Run("--help");
        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("--exclusive").And.Not.Contain(HuntArguments.DefaultPromise));
        Assert.That(ArgumentTable.All.Where(argument => !output.Contains(argument.Usage, StringComparison.Ordinal)), Is.Empty);
    }
}
