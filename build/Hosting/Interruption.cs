using System.Runtime.InteropServices;
using PerfHunt.Errors;

namespace PerfHunt.Build.Hosting;

/// <summary>Turns the first SIGINT or SIGTERM into an orderly end; the second one ends the process at once.</summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private ExitCode? _cause;

    private Interruption()
    {
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The exit code that the signal stands for, or null when none came.</summary>
    public ExitCode? Cause => _cause;

    /// <summary>Begins to listen.</summary>
    public static Interruption Listen()
    {
        var interruption = new Interruption();
        interruption.On(PosixSignal.SIGINT, ExitCode.Interrupted);
        interruption.On(PosixSignal.SIGTERM, ExitCode.Terminated);
        return interruption;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _source.Dispose();
    }

    private void On(PosixSignal signal, ExitCode code) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context =>
        {
            if (_cause is not null)
            {
                // Not cancelled: the system's own way of ending follows.
                return;
            }

            context.Cancel = true;
            _cause = code;
            Console.Error.WriteLine("Interrupted: ending in order. Once more ends at once.");
            _source.Cancel();
        }));
}
