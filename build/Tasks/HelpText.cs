using System.Text;
using PerfHunt.Build.Arguments;
using PerfHunt.Build.Hosting;

namespace PerfHunt.Build.Tasks;

/// <summary>The help texts, made from the tables of targets and arguments.</summary>
public static class HelpText
{
    private const int ArgumentColumn = 26;
    private const int TargetColumn = 20;

    /// <summary>Our own arguments, a line or two each.</summary>
    public static string Arguments()
    {
        var text = new StringBuilder("\nARGUMENTS of this build:\n");
        foreach (var argument in ArgumentTable.All)
        {
            text.Append("  ").Append(argument.Usage.PadRight(ArgumentColumn)).Append("  ").Append(argument.Help).Append('\n');
            text.Append(' ', ArgumentColumn + 4).Append("(default: ").Append(argument.Default);
            text.Append(argument.Unit.Length > 0 ? $"; unit: {argument.Unit})\n" : ")\n");
        }

        return text.ToString();
    }

    /// <summary>The targets, a line each.</summary>
    public static string TargetList()
    {
        var text = new StringBuilder("TARGETS, run by --target=NAME:\n");
        foreach (var (name, description) in Targets.All.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append("  ").Append(name.PadRight(TargetColumn)).Append("  ").Append(description).Append('\n');
        }

        return text.ToString();
    }
}
