using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PerfHunt.Build.Arguments;
using PerfHunt.Errors;

namespace PerfHunt.Build.Hosting;

/// <summary>
/// The two streams of the process. In JSON mode stdout carries the result alone: everything that anybody else writes to the
/// console, Cake included, goes to stderr.
/// </summary>
public sealed class HuntOutput : IDisposable
{
    private readonly HuntArguments _arguments;
    private readonly TextWriter _results;
    private readonly StringBuilder _atEnd = new();

    /// <summary>Writes results where they are wanted.</summary>
    internal HuntOutput(HuntArguments arguments, TextWriter results)
    {
        _arguments = arguments;
        _results = results;
    }

    /// <summary>True once the hunt is over: no iteration is left, or no hotspot. Only then is the promise kept.</summary>
    public bool HuntIsOver { get; set; }

    /// <summary>Takes hold of stdout.</summary>
    public static HuntOutput Open(HuntArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var results = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        if (arguments.JsonFormat)
        {
            Console.SetOut(Console.Error);
        }

        return new HuntOutput(arguments, results);
    }

    /// <summary>Prints a result on stdout in either mode; what is no result is written to <see cref="Console.Out"/>.</summary>
    /// <param name="text">The result.</param>
    public void Result(string text) => _results.WriteLine(text);

    /// <summary>Prints a JSON result, alone on stdout, when the caller asked for JSON.</summary>
    /// <param name="result">Makes the result.</param>
    public void Json(Func<JToken> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (_arguments.JsonFormat)
        {
            // Escaped as for a page: a name from outside must not bring a promise or a tag to whoever reads our output.
            Result(JsonConvert.SerializeObject(result(), Formatting.Indented, new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeHtml }));
        }
    }

    /// <summary>Keeps a text for the end, after what Cake prints about its tasks.</summary>
    public void AtEnd(string text) => _atEnd.Append(text);

    /// <summary>Ends the output: with the promise, as the very last line, when it was asked for and the hunt is over.</summary>
    /// <param name="exitCode">The exit code so far.</param>
    /// <returns>The exit code, unchanged.</returns>
    public int Finish(int exitCode)
    {
        Console.Out.Write(_atEnd);
        Console.Out.Flush();
        if (_arguments.Promise is { } promise && HuntIsOver && exitCode == (int)ExitCode.Finished)
        {
            _results.WriteLine($"<promise>{promise}</promise>");
        }

        return exitCode;
    }

    /// <inheritdoc/>
    public void Dispose() => _results.Dispose();
}
