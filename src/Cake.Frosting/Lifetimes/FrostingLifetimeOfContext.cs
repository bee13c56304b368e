using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before the first task, and what happens after the last one, also when one failed.</summary>
/// <typeparam name="TContext">The context's type.</typeparam>
public abstract class FrostingLifetime<TContext> : IFrostingLifetime
    where TContext : ICakeContext
{
    /// <summary>What happens before the first task.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="info">What is about to run.</param>
    public abstract void Setup(TContext context, ISetupContext info);

    /// <summary>What happens after the last one, also when one failed.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="info">What has run, and how it ended.</param>
    public abstract void Teardown(TContext context, ITeardownContext info);

    /// <inheritdoc/>
    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((TContext)context, info);

    /// <inheritdoc/>
    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}
