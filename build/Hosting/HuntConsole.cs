using System.Globalization;
using Cake.Core;

namespace PerfHunt.Build.Hosting;

/// <summary>
/// Cake's console on the process's streams: in colours only on a terminal and without NO_COLOR. Without colours the terminal is
/// not even asked for its own, since asking sends it control sequences.
/// </summary>
public sealed class HuntConsole : IConsole
{
    /// <inheritdoc/>
    public bool SupportAnsiEscapeCodes { get; } = ColoursAreWelcome();

    /// <inheritdoc/>
    public ConsoleColor ForegroundColor
    {
        get;
        set => Colour(() => Console.ForegroundColor = field = value);
    }

    /// <inheritdoc/>
    public ConsoleColor BackgroundColor
    {
        get;
        set => Colour(() => Console.BackgroundColor = field = value);
    }

    /// <inheritdoc/>
    public void Write(string format, params object[] arg) => Console.Out.Write(Format(format, arg));

    /// <inheritdoc/>
    public void Write(string value) => Console.Out.Write(value);

    /// <inheritdoc/>
    public void WriteLine(string format, params object[] arg) => Console.Out.WriteLine(Format(format, arg));

    /// <inheritdoc/>
    public void WriteLine(string value) => Console.Out.WriteLine(value);

    /// <inheritdoc/>
    public void WriteError(string format, params object[] arg) => Console.Error.Write(Format(format, arg));

    /// <inheritdoc/>
    public void WriteError(string value) => Console.Error.Write(value);

    /// <inheritdoc/>
    public void WriteErrorLine(string format, params object[] arg) => Console.Error.WriteLine(Format(format, arg));

    /// <inheritdoc/>
    public void WriteErrorLine(string value) => Console.Error.WriteLine(value);

    /// <inheritdoc/>
    public void ResetColor() => Colour(Console.ResetColor);

    // Both streams must be terminals, since Cake writes its colours to either. See https://no-color.org for the variable.
    private static bool ColoursAreWelcome() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb")
        && !Console.IsOutputRedirected
        && !Console.IsErrorRedirected;

    private static string Format(string format, object[] arg) =>
        arg.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, arg);

    private void Colour(Action change)
    {
        if (SupportAnsiEscapeCodes)
        {
            change();
        }
    }
}
