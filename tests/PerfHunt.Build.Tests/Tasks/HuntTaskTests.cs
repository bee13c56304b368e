using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using PerfHunt.Build.Arguments;
using PerfHunt.Build.Hosting;

namespace PerfHunt.Build.Tests.Tasks;

/// <summary>What our tasks have in common.</summary>
public sealed class HuntTaskTests
{
    [TestCase("Not ready", "", 3)]
    [TestCase("Cannot tell", "", 2)]
    [TestCase("Cannot tell", "--dryrun", 2)]
    [TestCase("After idle", "", 0)]
    [TestCase("No such target", "", 1)]
    public void The_exit_code_is_that_of_the_failure_wherever_it_happens(string target, string word, int code) =>
        Assert.That(Run(target, word).ExitCode, Is.EqualTo(code));

    [Test]
    public void A_target_that_was_asked_for_but_has_nothing_to_do_succeeds_without_running() =>
        Assert.That(Run("Idle"), Is.EqualTo((0, "")));

    [Test]
    public void A_dependency_that_has_nothing_to_do_is_skipped() =>
        Assert.That(Run("After idle"), Is.EqualTo((0, "After idle ran\n")));

    private static (int ExitCode, string Results) Run(string target, string word = "")
    {
        var arguments = new HuntArguments { Targets = [target] };
        using var results = new StringWriter { NewLine = "\n" };
        using var output = new HuntOutput(arguments, results);
        using var interruption = Interruption.Listen();
        var exitCodes = new ExitCodes(interruption);
        var ofCake = new CakeHost()
            .AddAssembly(typeof(HuntTaskTests).Assembly)
            .UseContext<HuntContext>()
            .ConfigureServices(services => services
                .AddSingleton(arguments).AddSingleton(output).AddSingleton(interruption).AddSingleton(exitCodes)
                .AddSingleton<IConsole, SilentConsole>())
            .Run([$"--target={target}", "--verbosity=quiet", .. word.Length > 0 ? [word] : Array.Empty<string>()]);
        return (exitCodes.Final(ofCake), results.ToString());
    }
}
