using Cake.Core;

namespace Cake.Frosting.Internal;

/// <summary>The help text of the host's own switches.</summary>
internal static class HostHelp
{
    /// <summary>Prints the switches.</summary>
    public static void Print(IConsole console)
    {
        console.WriteLine("USAGE: build [--target=TARGET] [OPTIONS] [--name=value ...]");
        console.WriteLine();
        console.WriteLine("OPTIONS:");
        var width = HostSwitch.All.Max(one => Usage(one).Length);
        foreach (var one in HostSwitch.All)
        {
            console.WriteLine("{0}", $"  {Usage(one).PadRight(width)}  {one.Help}");
        }
    }

    private static string Usage(HostSwitch one)
    {
        var names = one.Names.OrderBy(name => name.Length > 1).Select(name => name.Length == 1 ? $"-{name}" : $"--{name}");
        return string.Join(", ", names) + (one.Value is null ? "" : $"={one.Value}");
    }
}
