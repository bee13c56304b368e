namespace Cake.Frosting;

/// <summary>The task of the given class runs after this one.</summary>
/// <typeparam name="TTask">The class of the task that runs afterwards.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute<TTask>() : IsDependeeOfAttribute(typeof(TTask))
    where TTask : class, IFrostingTask
{
}
