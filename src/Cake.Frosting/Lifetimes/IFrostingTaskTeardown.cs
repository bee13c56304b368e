using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens after every task, also when it failed.</summary>
public interface IFrostingTaskTeardown
{
    /// <summary>What happens after every task, also when it failed.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="info">What is about to run or has run.</param>
    void Teardown(ICakeContext context, ITaskTeardownContext info);
}
