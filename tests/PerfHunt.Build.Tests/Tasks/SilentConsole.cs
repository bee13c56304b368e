using Cake.Core;

namespace PerfHunt.Build.Tests.Tasks;

/// <summary>A console that swallows what is written to it.</summary>
public sealed class SilentConsole : IConsole
{
    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    public void Write(string format, params object[] arg)
    {
    }

    public void Write(string value)
    {
    }

    public void WriteLine(string format, params object[] arg)
    {
    }

    public void WriteLine(string value)
    {
    }

    public void WriteError(string format, params object[] arg)
    {
    }

    public void WriteError(string value)
    {
    }

    public void WriteErrorLine(string format, params object[] arg)
    {
    }

    public void WriteErrorLine(string value)
    {
    }

    public void ResetColor()
    {
    }
}
