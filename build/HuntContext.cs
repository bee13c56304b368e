using Cake.Core;
using Cake.Frosting;
using PerfHunt.Build.Arguments;
using PerfHunt.Build.Hosting;

namespace PerfHunt.Build;

/// <summary>What the tasks share: arguments, output, and the token that a signal cancels.</summary>
/// <param name="context">Cake's context.</param>
/// <param name="arguments">Our own arguments.</param>
/// <param name="output">The process's streams.</param>
/// <param name="interruption">What listens for signals.</param>
/// <param name="exitCodes">What carries exit codes past Cake.</param>
public sealed class HuntContext(
    ICakeContext context, HuntArguments arguments, HuntOutput output, Interruption interruption, ExitCodes exitCodes)
    : FrostingContext(context)
{
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
}
