using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before every task.</summary>
public interface IFrostingTaskSetup
{
    /// <summary>What happens before every task.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="info">What is about to run or has run.</param>
    void Setup(ICakeContext context, ITaskSetupContext info);
}
