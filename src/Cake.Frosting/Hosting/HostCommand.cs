namespace Cake.Frosting.Internal;

/// <summary>What the command line asks the host to do.</summary>
internal enum HostCommand
{
    /// <summary>Run the target.</summary>
    Run,

    /// <summary>Say what would run.</summary>
    DryRun,

    /// <summary>Print the tasks as trees of dependencies.</summary>
    Tree,

    /// <summary>Print each task's description.</summary>
    Description,

    /// <summary>Print the switches.</summary>
    Help,

    /// <summary>Print Cake's version.</summary>
    Version,

    /// <summary>Print what Cake is.</summary>
    Info,
}
