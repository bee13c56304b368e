using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens after the last task, also when one failed.</summary>
/// <typeparam name="TContext">The context's type.</typeparam>
public abstract class FrostingTeardown<TContext> : IFrostingTeardown
    where TContext : ICakeContext
{
    /// <summary>What happens after the last task, also when one failed.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="info">What is about to run or has run.</param>
    public abstract void Teardown(TContext context, ITeardownContext info);

    /// <inheritdoc/>
    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}
