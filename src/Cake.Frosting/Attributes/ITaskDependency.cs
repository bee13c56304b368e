namespace Cake.Frosting;

/// <summary>A task that has to run before the one that carries this.</summary>
public interface ITaskDependency
{
    /// <summary>The class of the task that runs first.</summary>
    Type Task { get; }
}
