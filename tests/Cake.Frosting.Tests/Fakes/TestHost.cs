using System.Reflection;
using Cake.Core;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Cake.Frosting.Tests.Fakes;

/// <summary>A host on this assembly's tasks, with everything that it prints kept.</summary>
public sealed class TestHost
{
    private readonly StringWriter _ansi = new();

    public TestHost()
    {
        Host.AddAssembly(Assembly.GetExecutingAssembly())
            .UseContext<TestContextOfTasks>()
            .ConfigureServices(services => services
                .AddSingleton(Recorder)
                .AddSingleton<IConsole>(Console)
                .AddSingleton(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_ansi) })));
    }

    public CakeHost Host { get; } = new();

    public Recorder Recorder { get; } = new();

    public FakeConsole Console { get; } = new();

    public string Output => Console.Output + _ansi;

    public int Run(params string[] words) => Host.Run(words);
}
