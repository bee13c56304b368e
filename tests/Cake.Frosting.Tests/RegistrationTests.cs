using Cake.Core.Configuration;
using Cake.Frosting.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests;

/// <summary>What the author of a build can tell the host.</summary>
public sealed class RegistrationTests
{
    private static readonly Uri Tool = new("fake:?package=Some.Tool&version=1.0.0");

    [Test]
    public void Tools_are_installed_before_the_first_task()
    {
        var host = new TestHost();
        host.Host.UsePackageInstaller<FakePackageInstaller>().InstallTool(Tool).SetToolPath("/elsewhere/kit");
        Run(host, "--target=First");
        Assert.That(host.Recorder.Events, Is.EqualTo(["Tool Some.Tool to kit", "First"]));
    }

    [Test]
    public void A_module_can_bring_the_installer()
    {
        var host = new TestHost();
        host.Host.UseModule<FakeModule>().InstallTools(Tool, new Uri("fake:?package=Other.Tool&version=1.0.0"));
        Run(host, "--target=First");
        Assert.That(host.Recorder.Events, Has.Count.EqualTo(3));
    }

    [TestCase("--tree")]
    [TestCase("--dryrun")]
    [TestCase("--description")]
    public void Nothing_is_installed_where_nothing_runs(string word)
    {
        var host = new TestHost();
        host.Host.UsePackageInstaller<FakePackageInstaller>().InstallTool(Tool);
        Run(host, word);
        Assert.That(host.Recorder.Events, Is.Empty);
    }

    [Test]
    public void A_start_up_class_registers_for_the_build()
    {
        var host = new TestHost();
        host.Host.UseStartup<FakeStartup>();
        Run(host, "--target=First");
        Assert.That(host.Recorder.Events, Is.EqualTo(["setup for First", "First", "teardown"]));
    }

    [TestCase("", "from the build")]
    [TestCase("--some_setting=from the command line", "from the command line")]
    public void A_setting_of_the_build_yields_to_the_command_line(string word, string expected)
    {
        string? value = null;
        var host = new TestHost();
        host.Host.UseStartup<FakeStartup>().ConfigureServices(services =>
            services.AddSingleton<IFrostingSetup>(provider => new Reader(() => value = provider.GetRequiredService<ICakeConfiguration>().GetValue("Some_Setting"))));
        Run(host, word.Length > 0 ? ["--target=First", word] : ["--target=First"]);
        Assert.That(value, Is.EqualTo(expected));
    }

    [Test]
    public void A_host_without_a_context_gives_tasks_the_plain_one()
    {
        var recorder = new Recorder();
        var host = new CakeHost().AddAssembly(typeof(RegistrationTests).Assembly)
            .ConfigureServices(services => services.AddSingleton(recorder).AddSingleton<Core.IConsole>(new FakeConsole()));
        Assert.That(host.Run(["--target=Injected", "--verbosity=quiet"]), Is.Zero);
        Assert.That(recorder.Events, Is.EqualTo(["knows the engine"]));
    }

    private static void Run(TestHost host, params string[] words) => Assert.That(host.Run(words), Is.Zero, host.Output + host.Console.Error);

    private sealed class Reader(Action read) : IFrostingSetup
    {
        public void Setup(Core.ICakeContext context, Core.ISetupContext info) => read();
    }
}
