using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of an asynchronous task with a context of its own type.</summary>
/// <typeparam name="T">The context's type, as given to <c>UseContext</c>.</typeparam>
public abstract class AsyncFrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    /// <summary>Runs the task. By default: nothing, for tasks that only gather dependencies.</summary>
    /// <param name="context">The build's context.</param>
    public virtual Task RunAsync(T context) => Task.CompletedTask;

    /// <summary>Tells whether the task has to run now. By default: always.</summary>
    /// <param name="context">The build's context.</param>
    public virtual bool ShouldRun(T context) => true;

    /// <summary>Handles what the task threw. Only an override is called; without one the exception ends the build.</summary>
    /// <param name="exception">What the task threw.</param>
    /// <param name="context">The build's context.</param>
    public virtual void OnError(Exception exception, T context)
    {
    }

    /// <summary>Called after the task, whether it succeeded or not. By default: nothing.</summary>
    /// <param name="context">The build's context.</param>
    public virtual void Finally(T context)
    {
    }

    /// <inheritdoc/>
    Task IFrostingTask.RunAsync(ICakeContext context) => RunAsync((T)context);

    /// <inheritdoc/>
    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);

    /// <inheritdoc/>
    void IFrostingTask.OnError(Exception exception, ICakeContext context) => OnError(exception, (T)context);

    /// <inheritdoc/>
    void IFrostingTask.Finally(ICakeContext context) => Finally((T)context);
}
