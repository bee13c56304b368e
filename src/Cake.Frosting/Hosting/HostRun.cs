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
internal sealed class HostRun(IServiceProvider services)
{
    private const int Failure = 1;

    /// <summary>Does what the command line asks for and returns the exit code.</summary>
    public int Execute()
    {
        var log = services.GetRequiredService<ICakeLog>();
        try
        {
            var switches = services.GetRequiredService<HostSwitches>();
            SetWorkingDirectory(switches);
            log.Verbosity = services.GetRequiredService<ICakeConfiguration>().GetVerbosity(switches.Verbosity, log.Verbosity);
            Dispatch(switches);
            return 0;
        }
#pragma warning disable CA1031 // This is the outermost place: whatever a task throws becomes an exit code here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            ExceptionLogger.LogException(log, exception);
            return ExitCode(exception);
        }
    }

    /// <summary>The exit code of the outermost exception that carries one: the engine wraps what a task throws.</summary>
    private static int ExitCode(Exception exception)
    {
        for (var one = exception; one is not null; one = one.InnerException)
        {
            if (one is CakeException { ExitCode: not 0 } known)
            {
                return known.ExitCode;
            }
        }

        return Failure;
    }

    private void SetWorkingDirectory(HostSwitches switches)
    {
        var environment = services.GetRequiredService<ICakeEnvironment>();
        var path = switches.WorkingDirectory is { } given ? new DirectoryPath(given) : services.GetService<WorkingDirectory>()?.Path;
        if (path is not null)
        {
            environment.WorkingDirectory = path.MakeAbsolute(environment);
        }
    }

    private void Dispatch(HostSwitches switches)
    {
        var console = services.GetRequiredService<IConsole>();
        switch (switches.Command)
        {
            case HostCommand.Help:
                HostHelp.Print(console);
                break;
            case HostCommand.Version:
                services.GetRequiredService<ICakeVersionFeature>().Run(console);
                break;
            case HostCommand.Info:
                services.GetRequiredService<ICakeInfoFeature>().Run(console);
                break;
            default:
                RunTargets(switches);
                break;
        }
    }

    private void RunTargets(HostSwitches switches)
    {
        var engine = services.GetRequiredService<ICakeEngine>();
        var tasks = new TaskRegistration(services, engine);
        foreach (var task in services.GetServices<TaskClass>())
        {
            tasks.Register(task.Type);
        }

        var host = CreateScriptHost(switches.Command, engine);
        if (switches.Exclusive)
        {
            host.Settings.UseExclusiveTarget();
        }

        _ = switches.Targets.Count == 1 ? host.RunTarget(switches.Targets[0]) : host.RunTargets(switches.Targets);
    }

    private ScriptHost CreateScriptHost(HostCommand command, ICakeEngine engine)
    {
        if (command == HostCommand.Tree)
        {
            return new TreeScriptHost(engine, services.GetRequiredService<ICakeContext>(), services.GetRequiredService<IConsole>());
        }

        if (command == HostCommand.Description)
        {
            return ActivatorUtilities.CreateInstance<DescriptionScriptHost>(services);
        }

        var context = services.GetRequiredService<IFrostingContext>();
        LifetimeRegistration.Register(services, engine, context);
        if (command == HostCommand.DryRun)
        {
            return ActivatorUtilities.CreateInstance<DryRunScriptHost<IFrostingContext>>(services);
        }

        InstallTools();
        return ActivatorUtilities.CreateInstance<BuildScriptHost<IFrostingContext>>(services);
    }

    private void InstallTools()
    {
        foreach (var tool in services.GetServices<PackageReference>())
        {
            // The installer works only as far as its answer is read.
            _ = services.GetRequiredService<IToolInstaller>().Install(tool).ToList();
        }
    }
}
