using System.Text;

namespace PerfHunt.SourceControl;

/// <summary>Patterns in the syntax of gitignore(5).</summary>
internal static class IgnorePattern
{
    /// <summary>The pattern of exactly one folder below the root, whatever characters its name holds.</summary>
    public static string Folder(string path)
    {
        var pattern = new StringBuilder("/");
        foreach (var c in path.Trim('/'))
        {
            pattern.Append(c is '\\' or '*' or '?' or '[' or ' ' ? $"\\{c}" : c);
        }

        return pattern.Append('/').ToString();
    }
}
