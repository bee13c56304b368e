using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before every task, and what happens after it, also when it failed.</summary>
public abstract class FrostingTaskLifetime : FrostingTaskLifetime<ICakeContext>
{
}
