using System.Collections.Immutable;
using PerfHunt.Processes;

namespace PerfHunt.Tests.Processes;

public sealed class ProcessRunnerTests : ProcessFixture
{
    [Test]
    public void Output_and_exit_code_are_those_of_the_program()
    {
        var outcome = Runner.Run(Shell("echo out; echo err >&2; exit 7"));

        Assert.That(
            (outcome.ExitCode, outcome.Signal, outcome.TimedOut, outcome.StandardOutput, outcome.StandardError, outcome.Succeeded),
            Is.EqualTo((7, (int?)null, false, "out\n", "err\n", false)));
    }

    [Test]
    public void A_program_without_output_that_succeeds_succeeds() => Assert.That(Runner.Run(Command.Of("true")).Succeeded);

    [Test]
    public void Arguments_arrive_as_they_are()
    {
        string[] words = ["a b", "\"q\" 'r'", "$(touch x)", "`id`", "", "-n", "*", "ä€𝄞", "back\\slash", "new\nline"];

        var outcome = Runner.Run(Command.Of("printf", ["%s|", .. words]));

        Assert.That(outcome.StandardOutput, Is.EqualTo(string.Concat(words.Select(word => $"{word}|"))));
    }

    [Test]
    public void A_word_with_a_NUL_is_refused() =>
        Assert.That(() => Runner.Run(Command.Of("printf", "a\0b")), Throws.ArgumentException);

    [Test]
    public void The_environment_is_exactly_what_was_given_and_our_markers()
    {
        var given = ImmutableSortedDictionary<string, string>.Empty.Add("ALPHA", "1 2").Add("BETA", "").Add("GAMMA", "x=y");

        var outcome = new ProcessRunner(TimeProvider.System) { Workspace = "/nowhere/w" }.Run(Command.Of("/usr/bin/env") with { Environment = given });

        var lines = outcome.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(
            lines.Select(line => line.StartsWith("PERFHUNT_RUN=", StringComparison.Ordinal) ? "PERFHUNT_RUN" : line),
            Is.EqualTo(["ALPHA=1 2", "BETA=", "GAMMA=x=y", "PERFHUNT_RUN", "PERFHUNT_WORKSPACE=/nowhere/w"]));
    }

    [Test]
    public void Without_an_environment_ours_is_inherited() =>
        Assert.That(Runner.Run(Shell("echo \"$PATH\"")).StandardOutput.Trim(), Is.EqualTo(Environment.GetEnvironmentVariable("PATH")));

    [Test]
    public void The_folder_is_the_one_that_was_asked_for() =>
        Assert.That(Runner.Run(Command.Of("pwd") with { WorkingDirectory = "/usr/bin" }).StandardOutput, Is.EqualTo("/usr/bin\n"));

    [Test]
    public void A_relative_path_of_a_program_starts_at_the_commands_folder() =>
        Assert.That(Runner.Run(Command.Of("./env", "true") with { WorkingDirectory = "/usr/bin" }).Succeeded);

    [Test]
    public void Standard_input_is_empty_unless_a_text_is_given()
    {
        Assert.That(Runner.Run(Command.Of("cat") with { TimeLimit = Seconds(5) }).StandardOutput, Is.Empty);
        Assert.That(Runner.Run(Command.Of("cat") with { StandardInput = "line\nä" }).StandardOutput, Is.EqualTo("line\nä"));
    }

    [TestCase("no-such-program-anywhere")]
    [TestCase("/no/such/program")]
    [TestCase("/etc/passwd")]
    [TestCase("/etc")]
    [TestCase("")]
    public void A_missing_or_unusable_program_is_named(string executable) =>
        Assert.That(
            () => Runner.Run(Command.Of(executable)),
            Throws.TypeOf<ExecutableNotFoundException>().With.Property("Executable").EqualTo(executable));

    [Test]
    public void A_missing_folder_is_named() =>
        Assert.That(
            () => Runner.Run(Command.Of("true") with { WorkingDirectory = "/no/such/folder" }),
            Throws.TypeOf<PerfHunt.Errors.HuntException>().With.Message.Contains("/no/such/folder"));

    [TestCase("TERM", 15)]
    [TestCase("KILL", 9)]
    [TestCase("SEGV", 11)]
    public void An_end_by_signal_is_told(string name, int number)
    {
        var outcome = Runner.Run(Shell($"kill -{name} $$"));

        Assert.That((outcome.Signal, outcome.ExitCode), Is.EqualTo((number, 128 + number)));
    }

    [Test]
    public void Children_have_default_signal_handling()
    {
        var status = Runner.Run(Command.Of("cat", "/proc/self/status")).StandardOutput.Split('\n');

        // 32 and 33 are the C library's own.
        const long Ordinary = 0x7fffffff;
        Assert.That(
            status.Where(line => line.StartsWith("SigBlk", StringComparison.Ordinal) || line.StartsWith("SigIgn", StringComparison.Ordinal))
                .Select(line => Convert.ToInt64(line[8..], 16) & Ordinary),
            Is.EqualTo([0L, 0L]));
    }

    [Test]
    public void Children_see_no_descriptor_of_ours()
    {
        using var open = File.OpenRead("/etc/passwd");

        // The fourth is the listing's own.
        Assert.That(Runner.Run(Shell("ls /proc/self/fd | wc -l")).StandardOutput.Trim(), Is.EqualTo("4"));
    }

    [Test]
    public void A_child_leads_a_session_of_its_own()
    {
        var outcome = Runner.Run(Shell("read pid name state parent group session rest < /proc/self/stat; echo $pid $group $session"));

        Assert.That(outcome.StandardOutput.Trim().Split(' ').Distinct(), Has.Exactly(1).Items);
    }

    [Test]
    public void Whole_output_is_kept_where_a_folder_was_named()
    {
        var folder = Directory.CreateTempSubdirectory("perfhunt-test-").FullName;
        try
        {
            var outcome = Runner.Run(Shell("head -c 5000 /dev/zero | tr '\\0' x; echo e >&2") with { OutputFolder = folder, OutputCapBytes = 100 });

            Assert.That(new FileInfo(Path.Combine(folder, "stdout")).Length, Is.EqualTo(5000));
            Assert.That(File.ReadAllText(Path.Combine(folder, "stderr")), Is.EqualTo("e\n"));
            Assert.That(outcome.StandardOutput, Does.Contain("[... 4900 bytes left out ...]"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Control_characters_are_taken_out_unless_they_are_wanted()
    {
        var command = Command.Of("printf", "a\\000b\\033[31m\\r\\tc\\n");

        Assert.That(Runner.Run(command).StandardOutput, Is.EqualTo("ab[31m\tc\n"));
        Assert.That(Runner.Run(command with { KeepControls = true }).StandardOutput, Is.EqualTo("a\0b\u001b[31m\r\tc\n"));
    }

    [Test]
    public void The_observer_is_told_of_each_child()
    {
        var seen = new Seen();

        var outcome = new ProcessRunner(TimeProvider.System, seen).Run(Command.Of("true"));

        Assert.That(seen.Outcomes, Is.EqualTo([outcome]));
    }

    private sealed class Seen : IChildObserver
    {
        public List<ProcessOutcome> Outcomes { get; } = [];

        public void Ended(Command command, ProcessOutcome outcome) => Outcomes.Add(outcome);
    }
}
