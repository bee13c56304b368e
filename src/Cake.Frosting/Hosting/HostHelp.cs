using Cake.Core;

namespace Cake.Frosting.Internal;

/// <summary>The help text of the host's own switches.</summary>
internal static class HostHelp
{
    /// <summary>Prints the switches.</summary>
    public static void Print(IConsole console)
    {
        console.WriteLine("USAGE: {0} [--target=TARGET] [OPTIONS] [--name=value ...]", Caller(Environment.ProcessPath));
        console.WriteLine();
        console.WriteLine("OPTIONS:");
        var width = HostSwitch.All.Max(one => Usage(one).Length);
        foreach (var one in HostSwitch.All)
        {
            console.WriteLine("{0}", $"  {Usage(one).PadRight(width)}  {one.Help}");
        }
    }

    /// <summary>What a person types: the program's own name where it has one, else the script that calls <c>dotnet</c>.</summary>
    internal static string Caller(string? processPath) =>
        Path.GetFileNameWithoutExtension(processPath) is { Length: > 0 } name && !name.Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? name : "./build.sh";

    private static string Usage(HostSwitch one)
    {
        var names = one.Names.OrderBy(name => name.Length > 1).Select(name => name.Length == 1 ? $"-{name}" : $"--{name}");
        return string.Join(", ", names) + (one.Value is null ? "" : $"={one.Value}");
    }
}
