using PerfHunt.Configuration;
using PerfHunt.Errors;

namespace PerfHunt.Build.Arguments;

/// <summary>Checks a command line before the build begins, so that a typing mistake changes nothing and names what was meant.</summary>
/// <param name="targets">The names of all targets.</param>
public sealed class ArgumentCheck(IReadOnlyCollection<string> targets)
{
    private const string SeeHelp = "See --target=Help for all arguments.";

    private static readonly Dictionary<string, Argument> Ours = ArgumentTable.All.ToDictionary(argument => argument.Name);

    /// <summary>Reads the arguments.</summary>
    /// <param name="words">The command line without the program's name.</param>
    /// <exception cref="HuntException">An argument, a target or a value is wrong; exit code 2.</exception>
    public HuntArguments Read(IReadOnlyList<string> words)
    {
        var line = CommandLine.Split(words, TakesNoValue);
        if (line.Strays.Count > 0)
        {
            throw Usage(
                $"'{line.Strays[0]}' is no argument",
                Meant(NearestName.Find(line.Strays[0], targets) is { } target ? $"--target={target}" : null) + SeeHelp);
        }

        foreach (var (name, value) in line.Options)
        {
            Check(name, value);
        }

        return HuntArguments.From(line);
    }

    private static bool TakesNoValue(string name) =>
        CakeSwitches.Flags.Contains(name) || (Ours.TryGetValue(name, out var argument) && argument.Kind == ArgumentKind.Flag);

    private void Check(string name, string? value)
    {
        if (Ours.TryGetValue(name, out var argument))
        {
            if (argument.Complaint(value) is { } complaint)
            {
                throw Usage($"The argument --{name} {complaint}", $"Write it as {argument.Usage}.");
            }
        }
        else if (name is "target" or "t")
        {
            CheckWord("target", value, targets, []);
        }
        else if (name is "verbosity" or "v")
        {
            CheckWord("verbosity", value, CakeSwitches.Verbosities, CakeSwitches.ShortVerbosities);
        }
        else if (!CakeSwitches.WithValue.Concat(CakeSwitches.Flags).Contains(name))
        {
            throw Usage(
                $"There is no argument '--{name}'",
                Meant(NearestName.Find(name, AllNames()) is { } meant ? $"--{meant}" : null) + SeeHelp);
        }
    }

    private static void CheckWord(string what, string? value, IEnumerable<string> valid, IEnumerable<string> alsoValid)
    {
        if (value is null)
        {
            throw Usage($"The argument --{what} needs a value", $"It is one of: {string.Join(", ", valid)}.");
        }

        if (!valid.Concat(alsoValid).Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            throw Usage($"There is no {what} '{value}'", $"{Meant(NearestName.Find(value, valid))}It is one of: {string.Join(", ", valid)}.");
        }
    }

    private static IEnumerable<string> AllNames() =>
        Ours.Keys.Concat(CakeSwitches.WithValue.Concat(CakeSwitches.Flags).Where(name => name.Length > 1));

    private static string Meant(string? name) => name is null ? "" : $"Did you mean '{name}'? ";

    private static HuntException Usage(string what, string remedy) => new(ExitCode.Usage, what, remedy);
}
