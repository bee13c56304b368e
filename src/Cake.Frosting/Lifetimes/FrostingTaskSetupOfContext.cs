using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before every task.</summary>
/// <typeparam name="TContext">The context's type.</typeparam>
public abstract class FrostingTaskSetup<TContext> : IFrostingTaskSetup
    where TContext : ICakeContext
{
    /// <summary>What happens before every task.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="info">What is about to run or has run.</param>
    public abstract void Setup(TContext context, ITaskSetupContext info);

    /// <inheritdoc/>
    void IFrostingTaskSetup.Setup(ICakeContext context, ITaskSetupContext info) => Setup((TContext)context, info);
}
