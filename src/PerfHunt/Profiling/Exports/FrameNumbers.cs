using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Exports;

/// <summary>Numbers for the functions of a profile, in the order of their first appearance.</summary>
internal sealed class FrameNumbers
{
    private readonly Dictionary<StackFrame, int> numbers = [];
    private readonly List<StackFrame> frames = [];
    private readonly int[] ofNodes;

    public FrameNumbers(CallGraph stacks)
    {
        ofNodes = new int[stacks.NodeCount];
        for (var node = 1; node < ofNodes.Length; node++)
        {
            var frame = stacks.Frame(node);
            if (!numbers.TryGetValue(frame, out ofNodes[node]))
            {
                ofNodes[node] = frames.Count;
                numbers.Add(frame, frames.Count);
                frames.Add(frame);
            }
        }
    }

    /// <summary>The functions by number.</summary>
    public IReadOnlyList<StackFrame> Frames => frames;

    /// <summary>The number of a node's function.</summary>
    public int Of(int node) => ofNodes[node];
}
