using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task of the build: one class, one step.</summary>
public interface IFrostingTask
{
    /// <summary>Runs the task.</summary>
    /// <param name="context">The build's context.</param>
    Task RunAsync(ICakeContext context);

    /// <summary>Tells whether the task has to run now; when not, it is shown as skipped.</summary>
    /// <param name="context">The build's context.</param>
    bool ShouldRun(ICakeContext context);

    /// <summary>Handles an exception of <see cref="RunAsync"/>; where this is not overridden, the exception ends the build.</summary>
    /// <param name="exception">What the task threw.</param>
    /// <param name="context">The build's context.</param>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Called after the task, whether it succeeded or not.</summary>
    /// <param name="context">The build's context.</param>
    void Finally(ICakeContext context);
}
