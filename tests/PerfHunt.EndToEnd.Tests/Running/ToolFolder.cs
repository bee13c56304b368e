namespace PerfHunt.EndToEnd.Tests.Running;

/// <summary>A PATH of our own making.</summary>
internal static class ToolFolder
{
    /// <summary>A folder with a link to every program on PATH but one.</summary>
    public static string Without(TallyProject project, string program)
    {
        var folder = project.Beside($"without-{program}");
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(':', StringSplitOptions.RemoveEmptyEntries).Where(Directory.Exists);
        foreach (var file in folders.SelectMany(Directory.GetFiles).Where(file => Path.GetFileName(file) != program))
        {
            var link = Path.Combine(folder, Path.GetFileName(file));
            if (!Path.Exists(link))
            {
                File.CreateSymbolicLink(link, file);
            }
        }

        return folder;
    }

    /// <summary>PATH with a script in front of it that takes a program's place.</summary>
    public static string WithFake(TallyProject project, string program, string script)
    {
        var folder = project.Beside($"fake-{program}");
        WriteScript(Path.Combine(folder, program), script);
        return $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    /// <summary>Writes a shell script that can be run.</summary>
    public static void WriteScript(string path, string script)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
