namespace Cake.Frosting;

/// <summary>What happens before the first task, and what happens after the last one, also when one failed.</summary>
public interface IFrostingLifetime : IFrostingSetup, IFrostingTeardown
{
}
