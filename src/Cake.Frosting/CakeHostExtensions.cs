using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Core.Packaging;

namespace Cake.Frosting;

/// <summary>What a <see cref="CakeHost"/> can be told.</summary>
public static class CakeHostExtensions
{
    /// <summary>Registers through a start-up class.</summary>
    /// <typeparam name="TStartup">The class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseStartup<TStartup>(this CakeHost host)
        where TStartup : IFrostingStartup, new() => host.Configured(services => new TStartup().Configure(services));

    /// <summary>Sets the context that tasks are given.</summary>
    /// <typeparam name="TContext">The context's class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseContext<TContext>(this CakeHost host)
        where TContext : class, IFrostingContext => host.Configured(services => services.UseContext<TContext>());

    /// <summary>Sets what happens before the first and after the last task.</summary>
    /// <typeparam name="TLifetime">The class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingLifetime => host.Configured(services => services.UseLifetime<TLifetime>());

    /// <summary>Sets what happens before the first task.</summary>
    /// <typeparam name="TSetup">The class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseSetup<TSetup>(this CakeHost host)
        where TSetup : class, IFrostingSetup => host.Configured(services => services.UseSetup<TSetup>());

    /// <summary>Sets what happens after the last task.</summary>
    /// <typeparam name="TTeardown">The class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTeardown => host.Configured(services => services.UseTeardown<TTeardown>());

    /// <summary>Sets what happens before and after every task.</summary>
    /// <typeparam name="TLifetime">The class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskLifetime<TLifetime>(this CakeHost host)
        where TLifetime : class, IFrostingTaskLifetime => host.Configured(services => services.UseTaskLifetime<TLifetime>());

    /// <summary>Sets what happens before every task.</summary>
    /// <typeparam name="TSetup">The class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskSetup<TSetup>(this CakeHost host)
        where TSetup : class, IFrostingTaskSetup => host.Configured(services => services.UseTaskSetup<TSetup>());

    /// <summary>Sets what happens after every task.</summary>
    /// <typeparam name="TTeardown">The class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseTaskTeardown<TTeardown>(this CakeHost host)
        where TTeardown : class, IFrostingTaskTeardown => host.Configured(services => services.UseTaskTeardown<TTeardown>());

    /// <summary>Adds a module of Cake.</summary>
    /// <typeparam name="TModule">The module's class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseModule<TModule>(this CakeHost host)
        where TModule : class, ICakeModule, new() => host.Configured(services => services.UseModule<TModule>());

    /// <summary>Adds an installer of packages.</summary>
    /// <typeparam name="TPackageInstaller">The installer's class.</typeparam>
    /// <param name="host">The host.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UsePackageInstaller<TPackageInstaller>(this CakeHost host)
        where TPackageInstaller : class, IPackageInstaller => host.Configured(services => services.UsePackageInstaller<TPackageInstaller>());

    /// <summary>Sets the folder that the build runs in; <c>--working</c> has precedence.</summary>
    /// <param name="host">The host.</param>
    /// <param name="path">The folder, relative to the current one.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseWorkingDirectory(this CakeHost host, DirectoryPath path) =>
        host.Configured(services => services.UseWorkingDirectory(path));

    /// <summary>Has a tool installed before the build.</summary>
    /// <param name="host">The host.</param>
    /// <param name="uri">The package, such as <c>nuget:?package=Name&amp;version=1.2.3</c>.</param>
    /// <returns>The same host.</returns>
    public static CakeHost InstallTool(this CakeHost host, Uri uri) => host.Configured(services => services.UseTool(uri));

    /// <summary>Has tools installed before the build.</summary>
    /// <param name="host">The host.</param>
    /// <param name="uris">The packages.</param>
    /// <returns>The same host.</returns>
    public static CakeHost InstallTools(this CakeHost host, params Uri[] uris)
    {
        ArgumentNullException.ThrowIfNull(uris);
        return uris.Aggregate(host, InstallTool);
    }

    /// <summary>Sets the folder that tools are installed in.</summary>
    /// <param name="host">The host.</param>
    /// <param name="path">The folder.</param>
    /// <returns>The same host.</returns>
    public static CakeHost SetToolPath(this CakeHost host, DirectoryPath path) => host.Configured(services => services.UseToolPath(path));

    /// <summary>Gives a setting of Cake a value; <c>cake.config</c>, the environment and arguments have precedence.</summary>
    /// <param name="host">The host.</param>
    /// <param name="key">The setting's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The same host.</returns>
    public static CakeHost UseCakeSetting(this CakeHost host, string key, string value) =>
        host.Configured(services => services.UseCakeSetting(key, value));

    private static CakeHost Configured(this CakeHost host, Action<Microsoft.Extensions.DependencyInjection.IServiceCollection> registration)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.ConfigureServices(registration);
    }
}
