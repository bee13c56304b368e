using PerfHunt.Errors;
using PerfHunt.Processes;

namespace PerfHunt.Verification.Measuring.Counting;

/// <summary>Counts the instructions of a command by another program around it, which leaves the command's streams alone.</summary>
public interface IInstructionCounter
{
    /// <summary>The command with the counting program around it.</summary>
    /// <param name="command">What is counted.</param>
    /// <param name="folder">An empty folder for what the counting program writes.</param>
    Command Around(Command command, string folder);

    /// <summary>Reads what was written: the instructions of the process tree, above 0, or why there are none.</summary>
    /// <param name="folder">The folder.</param>
    Parsed<InstructionCount> Read(string folder);
}
