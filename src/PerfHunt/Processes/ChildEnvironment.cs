using System.Collections;
using System.Collections.Immutable;

namespace PerfHunt.Processes;

/// <summary>
/// The environment of children that run code which we did not write: an allow-list of our own variables, so that tokens, keys
/// and the sockets of agents stay here.
/// </summary>
public static class ChildEnvironment
{
    private static readonly ImmutableArray<string> Allowed =
    [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "TERM", "TZ", "TMPDIR", "CI", "NO_COLOR",
        "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "CARGO_NET_OFFLINE",
        "DOTNET_ROOT", "DOTNET_CLI_HOME", "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_NOLOGO", "NUGET_PACKAGES",
        "GOROOT", "GOPATH", "GOCACHE", "GOMODCACHE", "JAVA_HOME", "CC", "CXX", "PKG_CONFIG_PATH", "LD_LIBRARY_PATH",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY",
    ];

    /// <summary>
    /// The allowed variables of the given ones, with <c>LANG</c> set to <c>C.UTF-8</c> so that tools speak one language.
    /// A value that holds a password for a proxy (<c>user@host</c>) is left out.
    /// </summary>
    public static ImmutableSortedDictionary<string, string> From(IReadOnlyDictionary<string, string> variables) =>
        Allowed
            .Where(name => variables.TryGetValue(name, out var value) && !HoldsCredentials(name, value))
            .Select(name => KeyValuePair.Create(name, variables[name]))
            .Append(KeyValuePair.Create("LANG", "C.UTF-8"))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The allowed variables of this process.</summary>
    public static ImmutableSortedDictionary<string, string> FromOurs() => From(Ours());

    /// <summary>All variables of this process.</summary>
    public static ImmutableSortedDictionary<string, string> Ours() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToImmutableSortedDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);

    private static bool HoldsCredentials(string name, string value) =>
        name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase) && value.Contains('@', StringComparison.Ordinal);
}
