namespace Cake.Frosting;

/// <summary>A task that the one that carries this has to run before.</summary>
public interface IReverseTaskDependency
{
    /// <summary>The class of the task that runs afterwards.</summary>
    Type Task { get; }
}
