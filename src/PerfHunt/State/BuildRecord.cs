using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PerfHunt.State;

/// <summary>The last build of a slot.</summary>
/// <param name="Commit">The commit that was built.</param>
/// <param name="BinaryHash">SHA-256 of the program, hexadecimal.</param>
/// <param name="BuildId">The program's build id, hexadecimal; empty when it has none.</param>
public sealed record BuildRecord(string Commit, string BinaryHash, string BuildId)
{
    /// <summary>Fields that we do not know, kept as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, JToken>? Unknown { get; init; }
}
