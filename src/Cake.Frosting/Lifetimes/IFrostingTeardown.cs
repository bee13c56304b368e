using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens after the last task, also when one failed.</summary>
public interface IFrostingTeardown
{
    /// <summary>What happens after the last task, also when one failed.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="info">What is about to run or has run.</param>
    void Teardown(ICakeContext context, ITeardownContext info);
}
