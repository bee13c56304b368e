using Cake.Core.Composition;
using Cake.Core.Packaging;

namespace Cake.Frosting.Tests.Fakes;

/// <summary>A module that brings the fake installer.</summary>
public sealed class FakeModule : ICakeModule
{
    public void Register(ICakeContainerRegistrar registrar) => registrar.RegisterType<FakePackageInstaller>().As<IPackageInstaller>().Singleton();
}
