using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Build.Arguments;
using PerfHunt.Errors;

namespace PerfHunt.Build.Tests.Arguments;

/// <summary>Properties of the reader of command lines.</summary>
public sealed class CommandLineTests
{
    [Test]
    public void Any_words_are_read_or_refused_as_a_usage_error() => Check.One(Quick, Prop.ForAll<NonNull<string>[]>(words =>
    {
        try
        {
            _ = new ArgumentCheck(["PerfHunt"]).Read([.. words.Select(word => word.Get)]);
            return true;
        }
        catch (HuntException exception)
        {
            return exception.ExitCode == ExitCode.Usage;
        }
    }));

    [Test]
    public void No_word_is_lost() => Check.One(Quick, Prop.ForAll<NonNull<string>[]>(words =>
    {
        var line = CommandLine.Split([.. words.Select(word => word.Get)], name => name.Length % 2 == 0);
        var inline = words.Count(word => word.Get.Length > 1 && word.Get[0] == '-' && word.Get.Contains('=', StringComparison.Ordinal));
        var used = line.Strays.Count + line.Options.Count + line.Options.Count(option => option.Value is not null);
        return used >= words.Length - inline && used <= words.Length + inline;
    }));

    private static Config Quick => Config.QuickThrowOnFailure;
}
