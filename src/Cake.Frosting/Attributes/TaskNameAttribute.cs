namespace Cake.Frosting;

/// <summary>Names a task; without it the class name is the task's name.</summary>
/// <param name="name">The name, as given to <c>--target</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>The task's name.</summary>
    public string Name { get; } = name;
}
