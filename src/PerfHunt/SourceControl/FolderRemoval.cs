using PerfHunt.Errors;
using PerfHunt.Files;
using PerfHunt.Processes;

namespace PerfHunt.SourceControl;

/// <summary>
/// Removes what foreign programs left, links never followed. They can leave what .NET cannot remove: names that are not UTF-8, and
/// paths longer than the system takes in one call. Then <c>rm</c> does it.
/// </summary>
internal sealed class FolderRemoval(IProcessRunner runner)
{
    /// <summary>Removes a file, link or folder with all it holds; does nothing when there is none.</summary>
    /// <exception cref="HuntException">It cannot be removed.</exception>
    public void Remove(string path)
    {
        var entry = new FileInfo(path);
        if (entry.LinkTarget is not null || entry.Exists)
        {
            entry.Delete();
        }
        else if (Directory.Exists(path))
        {
            RemoveFolder(path);
        }
    }

    private void RemoveFolder(string path)
    {
        Unmount(path);
        try
        {
            FreshFolder.Remove(path);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or ArgumentException)
        {
            // ArgumentException is what .NET makes of a path that is too long for the system.
            // These may fail on what is about to go; what counts is rm. Root's programs can make files that nobody may remove (chattr(1)).
            runner.Run(Command.Of("chmod", "-R", "u+rwX", "--", path));
            if (ExecutableLookup.IsOnPath("chattr"))
            {
                runner.Run(Command.Of("chattr", "-R", "-f", "-ia", path));
            }

            var outcome = runner.Run(Command.Of("rm", "-rf", "--", path));
            if (!outcome.Succeeded)
            {
                throw new CommandFailedException(outcome, ExitCode.Precondition, "Remove the folder by hand.");
            }
        }
    }

    // A build in a container may leave the whole system mounted in its folder.
    private void Unmount(string path)
    {
        foreach (var point in MountPoints.In(path))
        {
            runner.Run(Command.Of("umount", "--lazy", "--", point));
        }

        if (MountPoints.In(path) is [var left, ..])
        {
            throw new HuntException(ExitCode.Precondition, "Something is mounted in a folder that is to be removed", "Unmount it.", left);
        }
    }
}
