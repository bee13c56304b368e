using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of an asynchronous task that needs no context of its own.</summary>
public abstract class AsyncFrostingTask : AsyncFrostingTask<ICakeContext>
{
}
