using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before the first task, and what happens after the last one, also when one failed.</summary>
public abstract class FrostingLifetime : FrostingLifetime<ICakeContext>
{
}
