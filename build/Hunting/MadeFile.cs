using System.Text;
using Newtonsoft.Json.Linq;
using PerfHunt.Files;
using PerfHunt.Profiling;
using PerfHunt.Reporting;

namespace PerfHunt.Build.Hunting;

/// <summary>Writes what was made of recordings, says where it is, and what the recordings hold and lack.</summary>
public static class MadeFile
{
    /// <summary>Writes a text.</summary>
    public static void Write(HuntContext context, string what, string name, string text, params ReadOnlySpan<Profile> profiles) =>
        Write(context, what, name, Encoding.UTF8.GetBytes(text), profiles);

    /// <summary>Writes bytes.</summary>
    /// <param name="context">What the tasks share.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <param name="name">Its usual file name.</param>
    /// <param name="content">The content.</param>
    /// <param name="profiles">What it was made of.</param>
    public static void Write(HuntContext context, string what, string name, byte[] content, params ReadOnlySpan<Profile> profiles)
    {
        var file = RecordingArguments.Output(context.Options, name);
        AtomicFile.Write(file, content);
        var facts = new JArray();
        foreach (var profile in profiles)
        {
            Tell(profile);
            facts.Add(ProfileText.Json(profile));
        }

        Console.Out.WriteLine($"{what}: {file}");
        context.Output.Json(() => new JObject { ["file"] = file, ["profiles"] = facts });
    }

    /// <summary>Says what a profile was read from, and what it holds and lacks.</summary>
    public static void Tell(Profile profile)
    {
        Console.Out.WriteLine($"Read: {profile.Source}");
        foreach (var sentence in ProfileText.Sentences(profile))
        {
            Console.Out.WriteLine($"  {sentence}");
        }
    }
}
