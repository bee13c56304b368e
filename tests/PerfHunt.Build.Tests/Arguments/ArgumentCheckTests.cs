using PerfHunt.Build.Arguments;
using PerfHunt.Errors;

namespace PerfHunt.Build.Tests.Arguments;

/// <summary>A mistyped command line is refused before anything happens, and the message names what was meant.</summary>
public sealed class ArgumentCheckTests
{
    [Test]
    public void Nothing_given_is_all_defaults() => Assert.That(Read(), Is.EqualTo(new HuntArguments()).UsingPropertiesComparer());

    [TestCase("--iterations=3")]
    [TestCase("--iterations 3")]
    [TestCase("--ITERATIONS=3")]
    [TestCase("--iterations=1 --iterations=3")]
    public void A_value_comes_after_an_equals_sign_or_as_the_next_word_and_the_last_one_wins(string words) =>
        Assert.That(Read(words).Hunt.Iterations, Is.EqualTo(3));

    [Test]
    public void Every_argument_reaches_its_property()
    {
        var read = Read(
            "--target=PerfHunt --repository=r --config=c --workspace=w --seed=7 --format=json --symbol=a::b --time-limit=90 " +
            "--install-prerequisites --force --yes --test-filter=Name~x");
        Assert.That(read, Is.EqualTo(new HuntArguments
        {
            Targets = read.Targets, Repository = "r", Config = "c", Workspace = "w", JsonFormat = true, Symbol = "a::b", Yes = true, TestFilter = "Name~x",
            Hunt = new() { RandomSeed = 7, TimeLimit = TimeSpan.FromMinutes(90), InstallPrerequisites = true, Force = true },
        }).UsingPropertiesComparer());
        Assert.That(read.Targets, Is.EqualTo(["PerfHunt"]));
    }

    [Test]
    public void Lists_are_separated_by_commas_and_add_up()
    {
        var read = Read("--specs=a:1:full:2:3,b:2:full:2:3 --specs=c:3:full:1:1 --workloads a,b");
        Assert.That(read.Hunt.Workloads.Select(workload => workload.Spec), Is.EqualTo(["a:1:full:2:3", "b:2:full:2:3", "c:3:full:1:1"]));
        Assert.That(read.Workloads, Is.EqualTo(["a", "b"]));
    }

    [TestCase("", null)]
    [TestCase("--promise", HuntArguments.DefaultPromise)]
    [TestCase("--promise --yes", HuntArguments.DefaultPromise)]
    [TestCase("--promise=DONE", "DONE")]
    [TestCase("--promise DONE", "DONE")]
    public void The_promise_has_a_usual_text(string words, string? text) => Assert.That(Read(words).Promise, Is.EqualTo(text));

    [TestCase("--itrations=3", "Did you mean '--iterations'")]
    [TestCase("--fromat=json", "Did you mean '--format'")]
    [TestCase("--taget=PerfHunt", "Did you mean '--target'")]
    [TestCase("--target=PrefHunt", "Did you mean 'PerfHunt'")]
    [TestCase("-t Analyse", "Did you mean 'Analyze'")]
    [TestCase("--verbosity=verbos", "Did you mean 'verbose'")]
    [TestCase("--iterations=x", "whole number from 1 to 10000, but got 'x'")]
    [TestCase("--iterations=0", "whole number from 1 to 10000, but got '0'")]
    [TestCase("--iterations", "needs a value")]
    [TestCase("--seed=-1", "whole number from 0")]
    [TestCase("--format=xml", "must be one of text, json")]
    [TestCase("--repository=", "needs a value")]
    [TestCase("--force=maybe", "takes no value")]
    [TestCase("--promise=<b>", "must not contain '<'")]
    [TestCase("--target", "It is one of: Analyze, PerfHunt")]
    [TestCase("PerfHunt", "Did you mean '--target=PerfHunt'")]
    public void A_mistake_names_what_was_meant(string words, string message)
    {
        var exception = Assert.Throws<HuntException>(() => Read(words))!;
        Assert.That(exception.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(exception.Message, Does.Contain(message));
    }

    [TestCase("--target=perfhunt -v d -e --dryrun -w /tmp")]
    [TestCase("--tree --showtree --description --descriptions --showdescription --noop --whatif --version --info --help -h")]
    [TestCase("--verbosity Quiet --exclusive")]
    public void Switches_of_Cake_pass(string words) => Assert.That(() => Read(words), Throws.Nothing);

    [Test]
    public void A_flag_does_not_swallow_the_next_word() =>
        Assert.That(() => Read("--force stray"), Throws.TypeOf<HuntException>().With.Message.Contains("'stray' is no argument"));

    [Test]
    public void No_message_has_a_doubled_full_stop_or_a_question_mark_before_one()
    {
        var message = Assert.Throws<HuntException>(() => Read("--itrations=3"))!.Message;
        Assert.That(message, Does.Not.Contain("?.").And.Not.Contain(".."));
    }

    private static HuntArguments Read(string words = "") =>
        new ArgumentCheck(["Analyze", "PerfHunt"]).Read(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
