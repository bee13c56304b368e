using System.Reflection;
using Cake.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

/// <summary>Makes task classes known to the engine. A task object is made only when it is needed, so that listing tasks stays cheap.</summary>
internal sealed class TaskRegistration(IServiceProvider services, ICakeEngine engine)
{
    /// <summary>The task classes of an assembly: public, so that the container can make them.</summary>
    public static IEnumerable<Type> Find(Assembly assembly) => assembly.GetTypes().Where(type => type.IsVisible && IsTask(type));

    /// <summary>Registers one task class.</summary>
    public void Register(Type type)
    {
        var task = engine.RegisterTask(Name(type));
        if (type.GetCustomAttribute<TaskDescriptionAttribute>() is { } description)
        {
            task.Description(description.Description);
        }

        AddDependencies(type, task);
        AddBehaviour(type, task);
    }

    private static bool IsTask(Type type) => typeof(IFrostingTask).IsAssignableFrom(type) && type is { IsAbstract: false, IsClass: true, ContainsGenericParameters: false };

    private static string Name(Type type) => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;

    private static void AddDependencies(Type type, CakeTaskBuilder task)
    {
        foreach (var attribute in type.GetCustomAttributes())
        {
            if (attribute is ITaskDependency before)
            {
                task.IsDependentOn(DependencyName(type, before.Task));
            }

            if (attribute is IReverseTaskDependency after)
            {
                task.IsDependeeOf(DependencyName(type, after.Task));
            }
        }
    }

    private static string DependencyName(Type dependent, Type dependency) => IsTask(dependency)
        ? Name(dependency)
        : throw new FrostingException($"The task {Name(dependent)} names {dependency.FullName} as a dependency, but that class is no task.");

    private void AddBehaviour(Type type, CakeTaskBuilder builder)
    {
        var task = new Lazy<IFrostingTask>(() => (IFrostingTask)services.GetRequiredService(type));
        builder.Does(context => task.Value.RunAsync(context));
        if (Overrides(type, nameof(IFrostingTask.ShouldRun)))
        {
            builder.WithCriteria(context => task.Value.ShouldRun(context));
        }

        if (Overrides(type, nameof(IFrostingTask.OnError)))
        {
            builder.OnError((exception, context) => task.Value.OnError(exception, context));
        }

        if (Overrides(type, nameof(IFrostingTask.Finally)))
        {
            builder.Finally(context => task.Value.Finally(context));
        }

        if (type.IsDefined(typeof(ContinueOnErrorAttribute)))
        {
            builder.ContinueOnError();
        }
    }

    /// <summary>True when the class does something of its own there, so that the engine's default stays where it does not.</summary>
    private static bool Overrides(Type type, string member)
    {
        var map = type.GetInterfaceMap(typeof(IFrostingTask));
        var target = map.TargetMethods[Array.FindIndex(map.InterfaceMethods, method => method.Name == member)];
        if (target.DeclaringType!.Assembly != typeof(IFrostingTask).Assembly)
        {
            return true;
        }

        return type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Any(method => method.Name == member && method.DeclaringType!.Assembly != typeof(IFrostingTask).Assembly);
    }
}
