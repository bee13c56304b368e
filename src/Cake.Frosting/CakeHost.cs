using System.Reflection;
using Cake.Frosting.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Runs a build whose tasks are classes: <c>new CakeHost().UseContext&lt;T&gt;().Run(args)</c>.</summary>
public sealed class CakeHost
{
    private readonly List<Assembly> _assemblies = [];
    private readonly List<Action<IServiceCollection>> _registrations = [];

    /// <summary>A host that finds its tasks in the entry assembly.</summary>
    public CakeHost()
    {
        if (Assembly.GetEntryAssembly() is { } entry)
        {
            _assemblies.Add(entry);
        }
    }

    /// <summary>The same as the constructor.</summary>
    /// <returns>A new host.</returns>
    public static CakeHost Create() => new();

    /// <summary>Adds to or replaces services of the build; the last registration of a service wins.</summary>
    /// <param name="services">What to register.</param>
    /// <returns>The same host.</returns>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        _registrations.Add(services);
        return this;
    }

    /// <summary>Also finds tasks in another assembly than the entry assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>The same host.</returns>
    public CakeHost AddAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        _assemblies.Add(assembly);
        return this;
    }

    /// <summary>Runs what the arguments ask for.</summary>
    /// <param name="args">The command line without the program's name.</param>
    /// <returns>0 when all went well; the exit code of the <see cref="Core.CakeException"/> that ended the build; 1 for any other.</returns>
    public int Run(IEnumerable<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        using var services = HostServices.Build([.. args], _assemblies, _registrations);
        return new HostRun(services).Execute();
    }
}
