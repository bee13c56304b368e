using System.Reflection;
using Cake.Cli;
using Cake.Core;

namespace Cake.Frosting.Internal;

/// <summary>The version of the engine. (Cake's own resolver asks its command-line tool, which is not loaded here.)</summary>
internal sealed class EngineVersion : IVersionResolver
{
    /// <inheritdoc/>
    public string GetVersion() => typeof(ICakeEngine).Assembly.GetName().Version!.ToString(3);

    /// <inheritdoc/>
    public string GetProductVersion() =>
        typeof(ICakeEngine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? GetVersion();
}
