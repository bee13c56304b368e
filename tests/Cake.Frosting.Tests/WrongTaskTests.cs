using System.Reflection;
using System.Reflection.Emit;
using Cake.Frosting.Tests.Fakes;

namespace Cake.Frosting.Tests;

/// <summary>Builds that are put together wrongly say so. Their tasks live in assemblies made for the purpose.</summary>
public sealed class WrongTaskTests
{
    [Test]
    public void A_dependency_on_a_class_that_is_no_task_is_named()
    {
        var host = new TestHost();
        host.Host.AddAssembly(AssemblyWithTask("Dependent", typeof(IsDependentOnAttribute), typeof(string)));
        Assert.That(host.Run("--tree"), Is.EqualTo(1));
        Assert.That(host.Console.Error, Does.Contain("Dependent").And.Contain("System.String").And.Contain("is no task"));
    }

    [Test]
    public void Two_tasks_of_one_name_are_an_error()
    {
        var host = new TestHost();
        host.Host.AddAssembly(AssemblyWithTask("Other", typeof(TaskNameAttribute), "First"));
        Assert.That(host.Run("--tree"), Is.EqualTo(1));
        Assert.That(host.Console.Error, Does.Contain("First"));
    }

    [Test]
    public void An_assembly_that_is_added_twice_counts_once()
    {
        var host = new TestHost();
        host.Host.AddAssembly(typeof(WrongTaskTests).Assembly);
        Assert.That(host.Run("--tree"), Is.Zero, host.Console.Error);
    }

    private static AssemblyBuilder AssemblyWithTask(string name, Type attribute, object argument)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName($"Tasks.{name}"), AssemblyBuilderAccess.RunAndCollect);
        var type = assembly.DefineDynamicModule("main").DefineType(name, TypeAttributes.Public | TypeAttributes.Class, typeof(FrostingTask));
        var constructor = attribute.GetConstructor([argument is Type ? typeof(Type) : argument.GetType()])!;
        type.SetCustomAttribute(new CustomAttributeBuilder(constructor, [argument]));
        type.CreateType();
        return assembly;
    }
}
