using Cake.Core.IO;
using Cake.Core.Packaging;

namespace Cake.Frosting.Tests.Fakes;

/// <summary>Installs packages of the scheme <c>fake</c> by noting them down.</summary>
public sealed class FakePackageInstaller(Recorder recorder, IFileSystem files) : IPackageInstaller
{
    public bool CanInstall(PackageReference package, PackageType type) => package.Scheme == "fake";

    public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path)
    {
        recorder.Add($"{type} {package.Package} to {path.GetDirectoryName()}");
        return [files.GetFile(typeof(FakePackageInstaller).Assembly.Location)];
    }
}
