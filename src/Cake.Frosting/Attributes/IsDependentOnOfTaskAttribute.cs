namespace Cake.Frosting;

/// <summary>The task of the given class runs before this one.</summary>
/// <typeparam name="TTask">The class of the task that runs first.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute<TTask>() : IsDependentOnAttribute(typeof(TTask))
    where TTask : class, IFrostingTask
{
}
