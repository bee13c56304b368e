using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before the first task.</summary>
public interface IFrostingSetup
{
    /// <summary>What happens before the first task.</summary>
    /// <param name="context">The build's context.</param>
    /// <param name="info">What is about to run or has run.</param>
    void Setup(ICakeContext context, ISetupContext info);
}
