namespace PerfHunt.Loop.Checkups;

/// <summary>How a thing that a hunt rests on was found.</summary>
public enum CheckupState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>A hunt can run, and would find less or take longer than it could.</summary>
    Caution,

    /// <summary>No hunt can run.</summary>
    Fault,

    /// <summary>Not looked at, because something that comes before it is at fault.</summary>
    Unknown,
}
