using Cake.Frosting.Tests.Fakes;

namespace Cake.Frosting.Tests;

/// <summary>The switches of the host and the arguments that tasks read.</summary>
public sealed class SwitchTests
{
    [TestCase("--description")]
    [TestCase("--descriptions")]
    [TestCase("--showdescription")]
    public void Descriptions_are_listed_and_nothing_runs(string word)
    {
        var host = Run(word);
        Assert.That(host.Output, Does.Match(@"First\s+Comes first"));
        Assert.That(host.Recorder.Events, Is.Empty);
    }

    [TestCase("--tree")]
    [TestCase("--showtree")]
    public void The_tree_shows_dependencies_below_their_target(string word)
    {
        var lines = Run(word).Output.Split('\n');
        var third = Array.FindIndex(lines, line => line.StartsWith("Third", StringComparison.Ordinal));
        Assert.That(string.Join('\n', lines[third..(third + 5)]), Does.Contain("─Second").And.Contain("─First"));
    }

    [TestCase("--dryrun")]
    [TestCase("--noop")]
    [TestCase("--whatif")]
    public void A_dry_run_has_three_names(string word) => Assert.That(Run(word).Output, Does.Contain("No tasks were actually executed"));

    [Test]
    public void The_version_is_that_of_the_engine() => Assert.That(Run("--version").Output.Trim(), Is.EqualTo("7.0.0"));

    [Test]
    public void Info_names_the_version() => Assert.That(Run("--info").Output, Does.Contain("7.0.0"));

    [TestCase("--help")]
    [TestCase("-h")]
    public void Help_lists_every_switch(string word)
    {
        string[] names =
        [
            "-t, --target", "-v, --verbosity", "-w, --working", "-e, --exclusive", "--description", "--tree", "--dryrun",
            "--version", "--info", "-h, --help",
        ];
        var help = Run(word).Output;
        Assert.That(names.Where(name => !help.Contains(name, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("--verbosity=quiet", false)]
    [TestCase("-v q", false)]
    [TestCase("-v Normal", true)]
    [TestCase("--verbosity diagnostic", true)]
    public void Verbosity_decides_how_much_is_told(string words, bool told)
    {
        var host = Run([.. words.Split(' '), "--target=Injected"]);
        Assert.That(host.Output.Contains("log says 1", StringComparison.Ordinal), Is.EqualTo(told));
    }

    [TestCase("--verbosity=loud")]
    [TestCase("--target")]
    [TestCase("stray")]
    public void A_command_line_that_makes_no_sense_fails_and_runs_nothing(string word)
    {
        var host = new TestHost();
        Assert.That(host.Run(word), Is.Not.Zero);
        Assert.That(host.Recorder.Events, Is.Empty);
    }

    [Test]
    public void Arguments_come_with_equals_sign_or_space_and_repeat()
    {
        var events = Run("-t", "Reads arguments", "--a=1", "--a", "2", "--text=x=y", "--flag", "--number", "-5", "--empty=").Recorder.Events;
        string[] expected = ["target=Reads arguments", "a=1|2", "text=x=y", "flag=null", "number=-5", "empty="];
        Assert.That(events, Is.EquivalentTo(expected));
    }

    [Test]
    public void The_working_folder_is_taken_from_the_switch_before_the_host()
    {
        var here = Environment.CurrentDirectory;
        try
        {
            var host = new TestHost();
            host.Host.UseWorkingDirectory("/");
            host.Run("--target=Tells where");
            host.Run("--target=Tells where", "--working=/usr");
            Assert.That(host.Recorder.Events, Is.EqualTo(["/", "/usr"]));
        }
        finally
        {
            Environment.CurrentDirectory = here;
        }
    }

    [TestCase("/usr/bin/dotnet", "./build.sh")]
    [TestCase("/home/x/.local/bin/perf-hunt", "perf-hunt")]
    [TestCase(null, "./build.sh")]
    public void Help_names_what_a_person_types(string? processPath, string caller) =>
        Assert.That(Internal.HostHelp.Caller(processPath), Is.EqualTo(caller));

    private static TestHost Run(params string[] words)
    {
        var host = new TestHost();
        Assert.That(host.Run(words), Is.Zero, host.Output + host.Console.Error);
        return host;
    }
}
