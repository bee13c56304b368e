namespace PerfHunt.SourceControl;

/// <summary>A configuration setting for one git call.</summary>
/// <param name="Key">The full key, for example <c>core.fsmonitor</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record GitSetting(string Key, string Value);
