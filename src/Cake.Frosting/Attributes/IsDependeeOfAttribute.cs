namespace Cake.Frosting;

/// <summary>The task of the given class runs after this one.</summary>
/// <param name="task">The class of the task that runs afterwards.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class IsDependeeOfAttribute(Type task) : Attribute, IReverseTaskDependency
{
    /// <summary>The class of the task that runs afterwards.</summary>
    public Type Task { get; } = task;
}
