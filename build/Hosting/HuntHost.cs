using Cake.Core;
using Microsoft.Extensions.DependencyInjection;
using PerfHunt.Build.Arguments;
using PerfHunt.Build.Hunting;
using PerfHunt.Build.Tasks;
using PerfHunt.Errors;

namespace PerfHunt.Build.Hosting;

/// <summary>What surrounds Cake in this process: arguments, streams, signals.</summary>
public sealed class HuntHost : IDisposable
{
    private readonly HuntArguments _arguments;
    private readonly HuntOutput _output;
    private readonly Interruption _interruption;
    private readonly ExitCodes _exitCodes;
    private readonly bool _helpWanted;

    private HuntHost(HuntArguments arguments, bool helpWanted)
    {
        _arguments = arguments;
        _helpWanted = helpWanted;
        _output = HuntOutput.Open(arguments);
        _interruption = Interruption.Listen();
        _exitCodes = new ExitCodes(_interruption);
    }

    /// <summary>Checks the arguments and takes hold of streams and signals.</summary>
    /// <param name="words">The command line without the program's name.</param>
    /// <exception cref="HuntException">An argument is wrong; exit code 2.</exception>
    public static HuntHost Open(IReadOnlyList<string> words) =>
        new(WithRepository(new ArgumentCheck([.. Targets.All.Keys]).Read(words)), words.Any(word => word is "--help" or "-h"));

    private static HuntArguments WithRepository(HuntArguments arguments) =>
        arguments with { Repository = arguments.Repository ?? OwnRepository.CalledFrom };

    /// <summary>Registers what tasks need, and Cake's console on our streams.</summary>
    public void Register(IServiceCollection services) => services
        .AddSingleton(_arguments)
        .AddSingleton(_output)
        .AddSingleton(_interruption)
        .AddSingleton(_exitCodes)
        .AddSingleton<HuntChain>()
        .AddSingleton<IConsole, HuntConsole>()
        .AddSingleton<ICakeReportPrinter, CakeReportPrinter>();

    /// <summary>Ends the output.</summary>
    /// <param name="exitCode">What Cake returned.</param>
    /// <returns>The exit code of the process.</returns>
    public int Finish(int exitCode)
    {
        if (_helpWanted)
        {
            Console.Out.Write(HelpText.Arguments());
        }

        return _output.Finish(_exitCodes.Final(exitCode));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _interruption.Dispose();
        _output.Dispose();
    }
}
