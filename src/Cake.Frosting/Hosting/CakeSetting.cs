namespace Cake.Frosting.Internal;

/// <summary>A setting of Cake that the build's author gives a value.</summary>
internal sealed record CakeSetting(string Key, string Value);
