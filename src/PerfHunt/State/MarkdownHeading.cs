namespace PerfHunt.State;

/// <summary>A heading of a Markdown text.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where what stands under it begins.</param>
/// <param name="Level">1 for the highest.</param>
/// <param name="Title">Its words.</param>
internal sealed record MarkdownHeading(int Start, int End, int Level, string Title);
