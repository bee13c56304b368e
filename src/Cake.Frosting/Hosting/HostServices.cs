using System.Reflection;
using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

/// <summary>Puts the services of a build together: Cake's own first, so that the build's author can replace each.</summary>
internal static class HostServices
{
    /// <summary>Builds the container.</summary>
    public static ServiceProvider Build(
        IReadOnlyList<string> words,
        IEnumerable<Assembly> assemblies,
        IEnumerable<Action<IServiceCollection>> registrations)
    {
        var services = new ServiceCollection();
        services.UseCakeDefaultModules();
        services.AddCakeDiagnostics();
        services.AddSingleton(_ => HostSwitchReader.Read(words));
        services.AddSingleton<ICakeArguments>(provider => new CakeArguments(provider.GetRequiredService<HostSwitches>().Arguments!));
        services.AddSingleton(CreateConfiguration);
        services.AddSingleton<IFrostingContext, FrostingContext>();
        services.AddSingleton<IVersionResolver, EngineVersion>();
        services.AddSingleton<ICakeVersionFeature, VersionFeature>();
        services.AddSingleton<ICakeInfoFeature, InfoFeature>();
        foreach (var task in assemblies.Distinct().SelectMany(TaskRegistration.Find))
        {
            services.AddSingleton(task);
            services.AddSingleton(new TaskClass(task));
        }

        foreach (var registration in registrations)
        {
            registration(services);
        }

        return services.BuildServiceProvider();
    }

    private static ICakeConfiguration CreateConfiguration(IServiceProvider services)
    {
        var environment = services.GetRequiredService<ICakeEnvironment>();
        var arguments = services.GetRequiredService<ICakeArguments>().GetArguments()
            .ToDictionary(pair => pair.Key, pair => pair.Value.LastOrDefault() ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        var settings = services.GetServices<CakeSetting>()
            .GroupBy(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Last(), StringComparer.OrdinalIgnoreCase);
        return new CakeConfigurationProvider(services.GetRequiredService<IFileSystem>(), environment)
            .CreateConfiguration(environment.WorkingDirectory, settings, arguments);
    }
}
