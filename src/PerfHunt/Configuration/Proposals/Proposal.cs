using System.Collections.Immutable;
using System.Text;
using Newtonsoft.Json;

namespace PerfHunt.Configuration.Proposals;

/// <summary>Writes the configuration that a project's facts suggest, with comments that say what each part is for. Pure.</summary>
public static class Proposal
{
    /// <summary>The text of a configuration that the loader accepts.</summary>
    public static string Text(ProjectFacts facts)
    {
        var preset = facts.Build.ToString().ToLowerInvariant();
        var text = new StringBuilder();
        text.Append("{\n");
        text.Append("  // How PerfHunt builds, checks and runs this project. Commands are arrays of words, never shell lines.\n");
        text.Append(FormattableString.Invariant($"  // What the preset brings is told in docs/presets/{preset}.md of PerfHunt; what is said here comes before it.\n"));
        text.Append(FormattableString.Invariant($"  \"extends\": \"{preset}\",\n"));
        if (facts.Build == BuildSystem.Vole)
        {
            AppendOwnCode(text, facts.OwnCode);
        }
        else
        {
            AppendProject(text, facts);
        }

        text.Append("\n  // Who makes the change: \"manual\" (you), \"command\" (a coding agent), or \"patches\" (a folder of prepared ones).\n");
        return text.Append("  \"investigator\": { \"kind\": \"manual\" }\n}\n").ToString();
    }

    private static void AppendProject(StringBuilder text, ProjectFacts facts)
    {
        text.Append(FormattableString.Invariant($"  \"name\": {Quoted(facts.Name)},\n"));
        text.Append("\n  \"build\": {\n");
        text.Append(facts.HasNoProgram ? "    // REPLACE THIS: no program was found, and a library alone cannot be run: name one that uses it as its users do.\n"
            : facts.IsBinaryGuessed ? "    // CHECK THIS: the path of the program that the build makes was guessed.\n" : "    // The program that is measured, as the build makes it.\n");
        text.Append(FormattableString.Invariant($"    \"binary\": {Quoted(facts.Binary)}"));
        text.Append(facts.Commands.IsEmpty ? "\n" : FormattableString.Invariant($",\n    \"commands\": {Commands(facts.Commands)}\n"));
        text.Append("  },\n");
        AppendSuite(text, facts.Build == BuildSystem.Dotnet ? "\"dotnet\", " : "");
        AppendGate(text, facts.Gate);
        AppendOwnCode(text, facts.OwnCode);
        text.Append(!facts.SetsFlags ? "" : """

              // The makefile sets its compiler flags itself, most likely without frame pointers: callers are found by unwinding tables.
              "perf": { "callGraph": "dwarf" },

            """.ReplaceLineEndings("\n"));
    }

    private static void AppendSuite(StringBuilder text, string starter) => text.Append($$"""

          "suite": {
            // REPLACE THIS: commands that keep the program busy for some seconds and do the same work each time. {binary} is the
            // program, {tree} the checkout; two to five different ones are a good suite. Large inputs go into "files".
            "workloads": [
              { "name": "first", "command": [{{starter}}"{binary}", "--help"] }
            ]
          },

        """.ReplaceLineEndings("\n"));

    private static void AppendGate(StringBuilder text, ImmutableArray<CommandLine>? gate)
    {
        if (gate is { } commands)
        {
            text.Append(commands.IsEmpty
                ? "\n  // Nothing that tests this project was found: name its tests here, every change has to pass them.\n"
                : "\n  // What every change has to pass.\n");
            text.Append(FormattableString.Invariant($"  \"gate\": {Commands(commands)},\n"));
        }
    }

    private static void AppendOwnCode(StringBuilder text, ImmutableArray<OwnCode> parts)
    {
        if (!parts.IsEmpty)
        {
            var lines = parts.Select(part => $"    {{ \"prefix\": {Quoted(part.Prefix)}, \"crate\": {Quoted(part.Crate)}, \"folder\": {Quoted(part.Folder)} }}");
            text.Append("\n  // Which functions are ours to change, by the beginning of their names.\n  \"ownCode\": [\n");
            text.AppendJoin(",\n", lines).Append("\n  ],\n");
        }
    }

    private static string Commands(ImmutableArray<CommandLine> commands) =>
        $"[{string.Join(", ", commands.Select(command => $"[{string.Join(", ", command.Words.Select(Quoted))}]"))}]";

    private static string Quoted(string text) => JsonConvert.ToString(text);
}
