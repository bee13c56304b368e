using System.Globalization;
using System.Text;
using Cake.Core;

namespace Cake.Frosting.Tests.Fakes;

/// <summary>A console that keeps what is written to it.</summary>
public sealed class FakeConsole : IConsole
{
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    public void Write(string format, params object[] arg) => _output.AppendFormat(CultureInfo.InvariantCulture, format, arg);

    public void Write(string value) => _output.Append(value);

    public void WriteLine(string format, params object[] arg) => _output.AppendFormat(CultureInfo.InvariantCulture, format, arg).Append('\n');

    public void WriteLine(string value) => _output.Append(value).Append('\n');

    public void WriteError(string format, params object[] arg) => _error.AppendFormat(CultureInfo.InvariantCulture, format, arg);

    public void WriteError(string value) => _error.Append(value);

    public void WriteErrorLine(string format, params object[] arg) => _error.AppendFormat(CultureInfo.InvariantCulture, format, arg).Append('\n');

    public void WriteErrorLine(string value) => _error.Append(value).Append('\n');

    public void ResetColor()
    {
    }
}
