using PerfHunt.Profiling.CallGraphs;

namespace PerfHunt.Profiling.Exports;

/// <summary>Numbers for the functions of a profile, in the order of their first appearance.</summary>
internal sealed class FrameNumbers
{
    private readonly Dictionary<StackFrame, int> _numbers = [];
    private readonly List<StackFrame> _frames = [];
    private readonly int[] _ofNodes;

    public FrameNumbers(CallGraph stacks)
    {
        _ofNodes = new int[stacks.NodeCount];
        for (var node = 1; node < _ofNodes.Length; node++)
        {
            var frame = stacks.Frame(node);
            if (!_numbers.TryGetValue(frame, out _ofNodes[node]))
            {
                _ofNodes[node] = _frames.Count;
                _numbers.Add(frame, _frames.Count);
                _frames.Add(frame);
            }
        }
    }

    /// <summary>The functions by number.</summary>
    public IReadOnlyList<StackFrame> Frames => _frames;

    /// <summary>The number of a node's function.</summary>
    public int Of(int node) => _ofNodes[node];
}
