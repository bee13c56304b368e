using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a build's context: Cake's own context with room for the build's properties.</summary>
/// <param name="context">Cake's context.</param>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext
{
}
