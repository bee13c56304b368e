namespace PerfHunt.SourceControl;

/// <summary>Something about the user's repository that a hunt must not pass over.</summary>
/// <param name="Blocks">True when no hunt can start; false when it can but the reader should know.</param>
/// <param name="What">What was found, one sentence without a full stop at its end.</param>
/// <param name="Remedy">What the reader can do, as an imperative sentence.</param>
public sealed record RepositoryFinding(bool Blocks, string What, string Remedy);
