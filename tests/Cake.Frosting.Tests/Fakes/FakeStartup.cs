using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Tests.Fakes;

/// <summary>A start-up class that uses the registrations for services.</summary>
public sealed class FakeStartup : IFrostingStartup
{
    public void Configure(IServiceCollection services) => services
        .UseContext<TestContextOfTasks>()
        .UseLifetime<Tasks.RecordingLifetime>()
        .UseCakeSetting("Some_Setting", "from the build");
}
