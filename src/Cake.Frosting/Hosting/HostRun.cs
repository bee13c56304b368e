using System.Reflection;
using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Core.Scripting;
using Cake.Core.Tooling;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

/// <summary>One run of a host.</summary>
internal sealed class HostRun(IServiceProvider services, HostSwitches switches)
{
    private const int Failure = 1;

    /// <summary>Does what the words ask for and returns the exit code.</summary>
    public static int Execute(
        IReadOnlyList<string> words,
        IEnumerable<Assembly> assemblies,
        IEnumerable<Action<IServiceCollection>> registrations)
    {
        try
        {
            var switches = HostSwitchReader.Read(words);
            using var services = HostServices.Build(switches, assemblies, registrations);
            return new HostRun(services, switches).Execute();
        }
        catch (Exception exception) when (exception is CakeException or FrostingException)
        {
            // There is no log yet: the words or the registrations are wrong.
            Console.Error.WriteLine($"Error: {exception.Message}");
            return (exception as CakeException)?.ExitCode ?? Failure;
        }
    }

    private int Execute()
    {
        var log = services.GetRequiredService<ICakeLog>();
        try
        {
            SetWorkingDirectory();
            log.Verbosity = services.GetRequiredService<ICakeConfiguration>().GetVerbosity(switches.Verbosity, log.Verbosity);
            return Dispatch();
        }
#pragma warning disable CA1031 // This is the outermost place: whatever a task throws becomes an exit code here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ExceptionLogger.LogException(log, exception);
        }
    }

    private void SetWorkingDirectory()
    {
        var environment = services.GetRequiredService<ICakeEnvironment>();
        var path = switches.WorkingDirectory is { } given ? new DirectoryPath(given) : services.GetService<WorkingDirectory>()?.Path;
        if (path is not null)
        {
            environment.WorkingDirectory = path.MakeAbsolute(environment);
        }
    }

    private int Dispatch()
    {
        var console = services.GetRequiredService<IConsole>();
        switch (switches.Command)
        {
            case HostCommand.Help:
                HostHelp.Print(console);
                return 0;
            case HostCommand.Version:
                services.GetRequiredService<ICakeVersionFeature>().Run(console);
                return 0;
            case HostCommand.Info:
                services.GetRequiredService<ICakeInfoFeature>().Run(console);
                return 0;
            default:
                RunTargets();
                return 0;
        }
    }

    private void RunTargets()
    {
        var engine = services.GetRequiredService<ICakeEngine>();
        var tasks = new TaskRegistration(services, engine);
        foreach (var task in services.GetServices<TaskClass>())
        {
            tasks.Register(task.Type);
        }

        var host = CreateScriptHost(engine);
        if (switches.Exclusive)
        {
            host.Settings.UseExclusiveTarget();
        }

        _ = switches.Targets.Count == 1 ? host.RunTarget(switches.Targets[0]) : host.RunTargets(switches.Targets);
    }

    private ScriptHost CreateScriptHost(ICakeEngine engine)
    {
        if (switches.Command == HostCommand.Tree)
        {
            return new TreeScriptHost(engine, services.GetRequiredService<ICakeContext>(), services.GetRequiredService<IConsole>());
        }

        if (switches.Command == HostCommand.Description)
        {
            return ActivatorUtilities.CreateInstance<DescriptionScriptHost>(services, engine);
        }

        var context = services.GetRequiredService<IFrostingContext>();
        LifetimeRegistration.Register(services, engine, context);
        if (switches.Command == HostCommand.DryRun)
        {
            return ActivatorUtilities.CreateInstance<DryRunScriptHost<IFrostingContext>>(services, engine, context);
        }

        InstallTools();
        return ActivatorUtilities.CreateInstance<BuildScriptHost<IFrostingContext>>(services, engine, context);
    }

    private void InstallTools()
    {
        foreach (var tool in services.GetServices<PackageReference>())
        {
            services.GetRequiredService<IToolInstaller>().Install(tool);
        }
    }
}
