using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a synchronous task that needs no context of its own.</summary>
public abstract class FrostingTask : FrostingTask<ICakeContext>
{
}
