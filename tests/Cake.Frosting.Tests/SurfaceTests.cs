namespace Cake.Frosting.Tests;

/// <summary>The stand-in shows what the official package shows, and nothing else.</summary>
public sealed class SurfaceTests
{
    private static readonly string[] Public =
    [
        "AsyncFrostingTask", "AsyncFrostingTask`1", "CakeHost", "CakeHostExtensions", "ContinueOnErrorAttribute", "FrostingContext",
        "FrostingException", "FrostingLifetime", "FrostingLifetime`1", "FrostingSetup", "FrostingSetup`1", "FrostingTask", "FrostingTask`1",
        "FrostingTaskLifetime", "FrostingTaskLifetime`1", "FrostingTaskSetup", "FrostingTaskSetup`1", "FrostingTaskTeardown",
        "FrostingTaskTeardown`1", "FrostingTeardown", "FrostingTeardown`1", "IFrostingContext", "IFrostingLifetime", "IFrostingSetup",
        "IFrostingStartup", "IFrostingTask", "IFrostingTaskLifetime", "IFrostingTaskSetup", "IFrostingTaskTeardown", "IFrostingTeardown",
        "IReverseTaskDependency", "ITaskDependency", "IsDependeeOfAttribute", "IsDependentOnAttribute", "ServiceCollectionExtensions", "TaskDescriptionAttribute", "TaskNameAttribute",
    ];

    [Test]
    public void The_public_types_are_those_of_the_official_package() =>
        Assert.That(typeof(CakeHost).Assembly.GetExportedTypes().Select(type => type.Name), Is.EquivalentTo(Public));

    [Test]
    public void All_public_types_are_in_its_namespace() =>
        Assert.That(typeof(CakeHost).Assembly.GetExportedTypes().Select(type => type.Namespace).Distinct(), Is.EqualTo(["Cake.Frosting"]));

    [Test]
    public void A_task_overrides_four_members()
    {
        string[] members = ["Finally", "OnError", "Run", "ShouldRun"];
        Assert.That(
            typeof(FrostingTask<>).GetMethods().Where(method => method is { IsVirtual: true } && method.DeclaringType == typeof(FrostingTask<>)).Select(method => method.Name),
            Is.EquivalentTo(members));
    }
}
