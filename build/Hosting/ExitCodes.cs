using Cake.Core;
using PerfHunt.Errors;

namespace PerfHunt.Build.Hosting;

/// <summary>
/// Carries the library's exit codes past Cake, which has one of its own in its exceptions but, depending on where a failure
/// happens, wraps them and reports 1.
/// </summary>
/// <param name="interruption">What tells a cancellation's cause.</param>
public sealed class ExitCodes(Interruption interruption)
{
    private ExitCode _last = ExitCode.InternalError;

    /// <summary>What the process tells its caller when nothing failed: a judgement that is no failure may have a code of its own.</summary>
    public ExitCode OfSuccess { get; set; } = ExitCode.Finished;

    /// <summary>Does something; a failure keeps the exit code that it stands for.</summary>
    /// <param name="action">What to do.</param>
    /// <returns>What the action returns.</returns>
    /// <exception cref="CakeException">Carries the exit code of what the action threw.</exception>
    public T Keep<T>(Func<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            return action();
        }
        catch (HuntException exception)
        {
            throw Remember(exception.ExitCode, exception.Message, exception);
        }
        catch (OperationCanceledException exception) when (interruption.Cause is { } cause)
        {
            throw Remember(cause, "Interrupted; the same command goes on where this ended.", exception);
        }
        catch (Exception exception) when (!ComesFromCake(exception))
        {
            _last = ExitCode.InternalError;
            throw;
        }
    }

    /// <summary>The exit code of the process.</summary>
    /// <param name="ofCake">What Cake returned.</param>
    /// <returns><see cref="OfSuccess"/> when Cake succeeded, else the code of the last failure.</returns>
    public int Final(int ofCake) => (int)(ofCake == 0 ? OfSuccess : _last);

    /// <summary>True for what a target that a task had run has thrown already: its code is remembered.</summary>
    private static bool ComesFromCake(Exception? exception) =>
        exception is CakeException or CakeReportException || (exception is AggregateException && ComesFromCake(exception.InnerException));

    private CakeException Remember(ExitCode code, string message, Exception cause)
    {
        _last = code;
        return new CakeException((int)code, message, cause);
    }
}
