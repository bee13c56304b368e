namespace Cake.Frosting;

/// <summary>The build goes on when this task fails.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContinueOnErrorAttribute : Attribute
{
}
