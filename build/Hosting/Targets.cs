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
            type => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name,
            type => type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? "");
}
