using Cake.Core;
using Cake.Frosting;
using PerfHunt.Build.Arguments;
using PerfHunt.Build.Hosting;
using PerfHunt.Build.Hunting;
using PerfHunt.Loop;

namespace PerfHunt.Build;

/// <summary>What the tasks share: arguments, output, the token that a signal cancels, and the hunt itself.</summary>
/// <param name="context">Cake's context.</param>
/// <param name="arguments">Our own arguments.</param>
/// <param name="output">The process's streams.</param>
/// <param name="interruption">What listens for signals.</param>
/// <param name="exitCodes">What carries exit codes past Cake.</param>
public sealed class HuntContext(
    ICakeContext context, HuntArguments arguments, HuntOutput output, Interruption interruption, ExitCodes exitCodes)
    : FrostingContext(context), IDisposable
{
    private HuntSession? _session;

    /// <summary>Our own arguments, checked. (<see cref="ICakeContext.Arguments"/> has all of them as text.)</summary>
    public HuntArguments Options { get; } = arguments;

    /// <summary>The targets that were asked for by name: on the command line, and by a task that has the engine run one.</summary>
    public ISet<string> AskedFor { get; } = new HashSet<string>(arguments.Targets, StringComparer.OrdinalIgnoreCase);

    /// <summary>The process's streams.</summary>
    public HuntOutput Output { get; } = output;

    /// <summary>What carries exit codes past Cake.</summary>
    public ExitCodes ExitCodes { get; } = exitCodes;

    /// <summary>Cancelled by SIGINT and SIGTERM.</summary>
    public CancellationToken Cancellation => interruption.Token;

    /// <summary>The hunt, opened when the first task needs it, with its lock held until the process ends.</summary>
    public HuntSession Session => _session ??= HuntOpening.Open(Options, Cancellation);

    /// <summary>True for a task that the command line names.</summary>
    public bool IsAskedFor(FrostingTask<HuntContext> task) =>
        Options.Targets.Contains(Targets.NameOf(task.GetType()), StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Dispose() => _session?.Dispose();
}
