using System.Globalization;
using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Exports;

/// <summary>One line for each stack with its number of samples, functions from the outermost inwards. Source: the input of Brendan Gregg's flame graph scripts.</summary>
public static class FoldedStacks
{
    /// <summary>Writes the lines, in an order that does not depend on that of the recording.</summary>
    public static void Write(CallGraph stacks, Stream target)
    {
        using var writer = new StreamWriter(target, leaveOpen: true) { NewLine = "\n" };
        foreach (var line in Lines(stacks).Order(StringComparer.Ordinal))
        {
            writer.WriteLine(line);
        }
    }

    private static IEnumerable<string> Lines(CallGraph stacks)
    {
        for (var node = 1; node < stacks.NodeCount; node++)
        {
            if (stacks.SelfSamples(node) is > 0 and var samples)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"{string.Join(';', stacks.Stack(node).Select(frame => Plain(frame.Symbol)))} {samples}");
            }
        }
    }

    // A semicolon would be another function.
    private static string Plain(string symbol) => symbol.Replace(';', ':').Replace('\n', ' ');
}
