namespace PerfHunt.Processes;

/// <summary>Is told of every child that ended, for the timeline of a hunt.</summary>
public interface IChildObserver
{
    /// <summary>A child ended, by itself or ended by us. Called on the thread that ran it, after its tree was swept.</summary>
    void Ended(Command command, ProcessOutcome outcome);
}
