using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens after the last task, also when one failed.</summary>
public abstract class FrostingTeardown : FrostingTeardown<ICakeContext>
{
}
