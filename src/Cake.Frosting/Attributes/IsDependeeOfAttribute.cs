namespace Cake.Frosting;

/// <summary>The task of the given class runs after this one.</summary>
/// <param name="type">The class of the task that runs afterwards.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute(Type type) : Attribute, IReverseTaskDependency
{
    /// <summary>The class of the task that runs afterwards.</summary>
    public Type Task { get; } = type;
}
