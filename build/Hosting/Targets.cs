using System.Reflection;
using Cake.Frosting;

namespace PerfHunt.Build.Hosting;

/// <summary>The targets of this build.</summary>
public static class Targets
{
    /// <summary>Every target with its description, by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = typeof(Targets).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IFrostingTask).IsAssignableFrom(type))
        .ToDictionary(
            NameOf,
            type => type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? "");

    /// <summary>The name of a task class.</summary>
    public static string NameOf(Type type) => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;
}
