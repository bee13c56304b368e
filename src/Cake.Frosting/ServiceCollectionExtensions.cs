using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>The registrations behind <see cref="CakeHostExtensions"/>, for use in <see cref="CakeHost.ConfigureServices"/> and start-up classes.</summary>
public static class ServiceCollectionExtensions
{
    // The name that Cake's own configuration gives the folder of tools.
    private const string ToolPathSetting = "Paths_Tools";

    /// <summary>Sets the context that tasks are given.</summary>
    /// <typeparam name="TContext">The context's class.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseContext<TContext>(this IServiceCollection services)
        where TContext : class, IFrostingContext => services.AddSingleton<IFrostingContext, TContext>();

    /// <summary>Sets what happens before the first and after the last task.</summary>
    /// <typeparam name="TLifetime">The class.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingLifetime => services
            .AddSingleton<TLifetime>()
            .AddSingleton<IFrostingSetup>(provider => provider.GetRequiredService<TLifetime>())
            .AddSingleton<IFrostingTeardown>(provider => provider.GetRequiredService<TLifetime>());

    /// <summary>Sets what happens before the first task.</summary>
    /// <typeparam name="TSetup">The class.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingSetup => services.AddSingleton<IFrostingSetup, TSetup>();

    /// <summary>Sets what happens after the last task.</summary>
    /// <typeparam name="TTeardown">The class.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTeardown => services.AddSingleton<IFrostingTeardown, TTeardown>();

    /// <summary>Sets what happens before and after every task.</summary>
    /// <typeparam name="TLifetime">The class.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskLifetime<TLifetime>(this IServiceCollection services)
        where TLifetime : class, IFrostingTaskLifetime => services
            .AddSingleton<TLifetime>()
            .AddSingleton<IFrostingTaskSetup>(provider => provider.GetRequiredService<TLifetime>())
            .AddSingleton<IFrostingTaskTeardown>(provider => provider.GetRequiredService<TLifetime>());

    /// <summary>Sets what happens before every task.</summary>
    /// <typeparam name="TSetup">The class.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskSetup<TSetup>(this IServiceCollection services)
        where TSetup : class, IFrostingTaskSetup => services.AddSingleton<IFrostingTaskSetup, TSetup>();

    /// <summary>Sets what happens after every task.</summary>
    /// <typeparam name="TTeardown">The class.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTaskTeardown<TTeardown>(this IServiceCollection services)
        where TTeardown : class, IFrostingTaskTeardown => services.AddSingleton<IFrostingTaskTeardown, TTeardown>();

    /// <summary>Adds a module of Cake.</summary>
    /// <typeparam name="TModule">The module's class.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseModule<TModule>(this IServiceCollection services)
        where TModule : class, ICakeModule, new() => Cli.ServiceCollectionExtensions.UseModule<TModule>(services);

    /// <summary>Adds an installer of packages.</summary>
    /// <typeparam name="TPackageInstaller">The installer's class.</typeparam>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UsePackageInstaller<TPackageInstaller>(this IServiceCollection services)
        where TPackageInstaller : class, IPackageInstaller => services.AddSingleton<IPackageInstaller, TPackageInstaller>();

    /// <summary>Sets the folder that the build runs in; <c>--working</c> has precedence.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The folder, relative to the current one.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseWorkingDirectory(this IServiceCollection services, DirectoryPath path) =>
        services.AddSingleton(new WorkingDirectory(path));

    /// <summary>Has a tool installed before the build.</summary>
    /// <param name="services">The services.</param>
    /// <param name="uri">The package, such as <c>nuget:?package=Name&amp;version=1.2.3</c>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseTool(this IServiceCollection services, Uri uri) =>
        services.AddSingleton(new PackageReference(uri));

    /// <summary>Sets the folder that tools are installed in.</summary>
    /// <param name="services">The services.</param>
    /// <param name="path">The folder.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseToolPath(this IServiceCollection services, DirectoryPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return services.UseCakeSetting(ToolPathSetting, path.FullPath);
    }

    /// <summary>Gives a setting of Cake a value; <c>cake.config</c>, the environment and arguments have precedence.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The setting's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection UseCakeSetting(this IServiceCollection services, string key, string value) =>
        services.AddSingleton(new CakeSetting(key, value));
}
