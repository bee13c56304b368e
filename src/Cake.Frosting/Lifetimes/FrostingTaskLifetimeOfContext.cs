using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before every task, and what happens after it, also when it failed.</summary>
/// <typeparam name="TContext">The context's type.</typeparam>
public abstract class FrostingTaskLifetime<TContext> : IFrostingTaskLifetime
    where TContext : ICakeContext
{
    /// <summary>What happens before every task.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="info">What is about to run.</param>
    public abstract void Setup(TContext context, ITaskSetupContext info);

    /// <summary>What happens after it, also when it failed.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="info">What has run, and how it ended.</param>
    public abstract void Teardown(TContext context, ITaskTeardownContext info);

    /// <inheritdoc/>
    void IFrostingTaskSetup.Setup(ICakeContext context, ITaskSetupContext info) => Setup((TContext)context, info);

    /// <inheritdoc/>
    void IFrostingTaskTeardown.Teardown(ICakeContext context, ITaskTeardownContext info) => Teardown((TContext)context, info);
}
