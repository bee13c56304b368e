using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PerfHunt.Build.Hosting;

namespace PerfHunt.Build.Tests.Documents;

/// <summary>The host uses nothing that only the stand-in has, so that the official package can take its place.</summary>
public sealed class FrostingUseTests
{
    // The public types of the official package that a build may name, as its reference at cakebuild.net/api/Cake.Frosting lists them.
    private static readonly string[] Official =
    [
        "CakeHost", "CakeHostExtensions", "ServiceCollectionExtensions", "IFrostingContext", "FrostingContext", "IFrostingStartup",
        "IFrostingTask", "FrostingTask", "FrostingTask`1", "AsyncFrostingTask", "AsyncFrostingTask`1",
        "IFrostingLifetime", "FrostingLifetime", "FrostingLifetime`1", "IFrostingTaskLifetime", "FrostingTaskLifetime", "FrostingTaskLifetime`1",
        "IFrostingSetup", "FrostingSetup", "FrostingSetup`1", "IFrostingTeardown", "FrostingTeardown", "FrostingTeardown`1",
        "TaskNameAttribute", "TaskDescriptionAttribute", "IsDependentOnAttribute", "IsDependeeOfAttribute", "ContinueOnErrorAttribute",
    ];

    private static readonly string[] OfficialMembersOfTheHost =
    [
        ".ctor", "ConfigureServices", "AddAssembly", "Run", "UseContext", "UseLifetime", "UseSetup", "UseTeardown", "UseTaskLifetime", "UseTaskSetup",
        "UseTaskTeardown", "UseModule", "UsePackageInstaller", "UseWorkingDirectory", "UseCakeSetting", "InstallTool", "UseStartup",
    ];

    [Test]
    public void The_host_names_only_types_of_the_official_package() => Assert.That(Used().Select(use => use.Type).Except(Official), Is.Empty);

    [Test]
    public void The_host_calls_only_members_of_the_official_host() => Assert.That(
        Used().Where(use => use.Type.StartsWith("CakeHost", StringComparison.Ordinal)).SelectMany(use => use.Members).Except(OfficialMembersOfTheHost),
        Is.Empty);

    /// <summary>The types of Cake.Frosting that the host's assembly refers to, with the members it refers to.</summary>
    private static List<(string Type, List<string> Members)> Used()
    {
        using var file = new PEReader(File.OpenRead(typeof(HuntHost).Assembly.Location));
        var reader = file.GetMetadataReader();
        return
        [
            .. from handle in reader.TypeReferences
               let type = reader.GetTypeReference(handle)
               where type.ResolutionScope.Kind == HandleKind.AssemblyReference
               let scope = reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope)
               where reader.GetString(scope.Name) == "Cake.Frosting"
               select (reader.GetString(type.Name), MembersOf(reader, handle)),
        ];
    }

    private static List<string> MembersOf(MetadataReader reader, TypeReferenceHandle type) =>
        [.. reader.MemberReferences
            .Select(reader.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference && (TypeReferenceHandle)member.Parent == type)
            .Select(member => reader.GetString(member.Name))];
}
