using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Gathers a build's registrations in one class.</summary>
public interface IFrostingStartup
{
    /// <summary>Adds to the services of the build.</summary>
    /// <param name="services">The services.</param>
    void Configure(IServiceCollection services);
}
