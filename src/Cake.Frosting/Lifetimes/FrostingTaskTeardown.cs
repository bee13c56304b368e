using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens after every task, also when it failed.</summary>
public abstract class FrostingTaskTeardown : FrostingTaskTeardown<ICakeContext>
{
}
