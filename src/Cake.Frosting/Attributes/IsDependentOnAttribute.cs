namespace Cake.Frosting;

/// <summary>The task of the given class runs before this one.</summary>
/// <param name="type">The class of the task that runs first.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type type) : Attribute, ITaskDependency
{
    /// <summary>The class of the task that runs first.</summary>
    public Type Task { get; } = type;
}
