namespace Cake.Frosting.Tests.Fakes;

/// <summary>What the tasks of a run did, in order.</summary>
public sealed class Recorder
{
    private readonly List<string> _events = [];

    public IReadOnlyList<string> Events => _events;

    public void Add(string what) => _events.Add(what);
}
