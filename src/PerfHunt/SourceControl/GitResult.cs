using System.Collections.Immutable;
using System.Text;
using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.SourceControl;

/// <summary>How a git call ended, with its output byte for byte.</summary>
/// <param name="Outcome">How the process ended; its captured text is for messages only.</param>
/// <param name="Output">Standard output, unabridged.</param>
public sealed record GitResult(ProcessOutcome Outcome, ReadOnlyMemory<byte> Output)
{
    /// <summary>True when git exited with 0.</summary>
    public bool Succeeded => Outcome.Succeeded;

    /// <summary>The output as UTF-8; bytes that are none become U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Output.Span);

    /// <summary>The output without its last line end.</summary>
    public string Line => Text is [.. var line, '\n'] ? line : Text;

    /// <summary>The entries of an output under <c>-z</c>.</summary>
    public ImmutableArray<string> Entries => [.. Text.Split('\0', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What git said on standard error, for messages.</summary>
    public string Complaint => Outcome.StandardError.Trim();

    /// <summary>This result, when git succeeded.</summary>
    /// <exception cref="CommandFailedException">git failed.</exception>
    public GitResult OrThrow() => Succeeded ? this : throw new CommandFailedException(
        Outcome,
        ExitCode.Precondition,
        "Check that the disk is not full and the folder is writable; when it lies in the hunt's workspace, deleting the workspace makes the next hunt start it afresh.");
}
