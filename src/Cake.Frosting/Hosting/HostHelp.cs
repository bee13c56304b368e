using Cake.Core;

namespace Cake.Frosting.Internal;

/// <summary>The help text of the host's own switches.</summary>
internal static class HostHelp
{
    private const int HelpColumn = 34;

    /// <summary>Prints the switches.</summary>
    public static void Print(IConsole console)
    {
        console.WriteLine("USAGE: build [--target=TARGET] [OPTIONS] [--name=value ...]");
        console.WriteLine();
        foreach (var one in HostSwitch.All)
        {
            var names = string.Join(", ", one.Names.OrderBy(name => name.Length).Select(name => name.Length == 1 ? $"-{name}" : $"--{name}"));
            var left = one.Value is null ? names : $"{names} {one.Value}";
            console.WriteLine("{0}", $"  {left.PadRight(HelpColumn)}  {one.Help}");
        }
    }
}
