using Cake.Core;
using PerfHunt.Errors;

namespace PerfHunt.Build.Hosting;

/// <summary>Carries the library's exit codes through Cake, which takes them from its own exception.</summary>
public static class ExitCodes
{
    /// <summary>Does something; a failure keeps the exit code that it stands for.</summary>
    /// <param name="interruption">What tells a cancellation's cause.</param>
    /// <param name="action">What to do.</param>
    /// <returns>What the action returns.</returns>
    /// <exception cref="CakeException">Carries the exit code of what the action threw.</exception>
    public static T Keep<T>(Interruption interruption, Func<T> action)
    {
        ArgumentNullException.ThrowIfNull(interruption);
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            return action();
        }
        catch (HuntException exception)
        {
            throw new CakeException((int)exception.ExitCode, exception.Message, exception);
        }
        catch (OperationCanceledException exception) when (interruption.Cause is { } cause)
        {
            throw new CakeException((int)cause, "Interrupted; the same command goes on where this ended.", exception);
        }
    }
}
