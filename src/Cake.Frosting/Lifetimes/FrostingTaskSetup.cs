using Cake.Core;

namespace Cake.Frosting;

/// <summary>What happens before every task.</summary>
public abstract class FrostingTaskSetup : FrostingTaskSetup<ICakeContext>
{
}
