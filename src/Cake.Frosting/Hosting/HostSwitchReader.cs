using Cake.Cli;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Internal;

/// <summary>Reads a command line: <c>--name=value</c>, <c>--name value</c>, <c>-n value</c>, and <c>--flag</c>.</summary>
internal static class HostSwitchReader
{
    /// <summary>Reads the words of a command line.</summary>
    /// <exception cref="CakeException">A word is no argument, a value is missing, or the verbosity is unknown.</exception>
    public static HostSwitches Read(IReadOnlyList<string> words)
    {
        var arguments = Pair(words).ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        var targets = arguments["target"].OfType<string>().Where(target => target.Trim().Length > 0).ToList();
        return new HostSwitches(
            Command(arguments),
            targets.Count > 0 ? targets : [HostSwitches.DefaultTarget],
            arguments["verbosity"].LastOrDefault() is { } verbosity ? ReadVerbosity(verbosity) : null,
            IsSet(arguments, "exclusive"),
            arguments["working"].LastOrDefault(),
            arguments);
    }

    private static IEnumerable<(string Name, string? Value)> Pair(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var (written, value) = Split(words[at]);
            var known = HostSwitch.Find(written);
            var takesNext = value is null && known is not { Value: null } && at + 1 < words.Count && !IsName(words[at + 1]);
            value ??= takesNext ? words[++at] : null;
            if (known?.Value is not null && value is null)
            {
                throw new CakeException($"The argument --{known.Name} needs a value: --{known.Name}={known.Value}.");
            }

            yield return (known?.Name ?? written, value);
        }
    }

    private static (string Name, string? Value) Split(string word)
    {
        if (!IsName(word))
        {
            throw new CakeException($"Unexpected word '{word}': arguments start with two dashes, as in --target=NAME.");
        }

        var name = word.TrimStart('-');
        var equals = name.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (name, null) : (name[..equals], name[(equals + 1)..]);
    }

    private static bool IsName(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]);

    private static HostCommand Command(ILookup<string, string?> arguments) =>
        HostSwitch.All.Where(one => one.Command is not null && IsSet(arguments, one.Name)).Select(one => one.Command).Max() ?? HostCommand.Run;

    private static bool IsSet(ILookup<string, string?> arguments, string name) =>
        arguments.Contains(name) && !"false".Equals(arguments[name].Last(), StringComparison.OrdinalIgnoreCase);

    private static Verbosity ReadVerbosity(string text) => (Verbosity)new VerbosityConverter().ConvertFrom(text)!;
}
