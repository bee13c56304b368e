namespace PerfHunt.Investigation;

/// <summary>The ways in which an investigation ends.</summary>
public enum InvestigationEnding
{
    /// <summary>The tree was changed.</summary>
    Changed,

    /// <summary>The investigator has nothing (more) to propose for this hotspot.</summary>
    NoIdea,

    /// <summary>A prepared change does not fit the tree as it is now; another may.</summary>
    DoesNotApply,

    /// <summary>The time limit ended it.</summary>
    TimeLimit,

    /// <summary>The investigator itself failed; the hotspot stays open.</summary>
    InvestigatorError,

    /// <summary>The investigator's quota is used up for now; nothing is wrong with hotspot or investigator.</summary>
    Limited,
}
