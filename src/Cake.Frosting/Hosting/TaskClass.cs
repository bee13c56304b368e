namespace Cake.Frosting.Internal;

/// <summary>A class that was found to be a task.</summary>
internal sealed record TaskClass(Type Type);
