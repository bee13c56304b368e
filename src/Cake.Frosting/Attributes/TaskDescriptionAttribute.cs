namespace Cake.Frosting;

/// <summary>Describes a task for <c>--description</c>.</summary>
/// <param name="description">The description, one sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TaskDescriptionAttribute(string description) : Attribute
{
    /// <summary>The task's description.</summary>
    public string Description { get; } = description;
}
