namespace PerfHunt.Processes;

/// <summary>The files behind a child's standard streams. Files, not pipes: a forgotten grandchild that holds a pipe would keep us waiting.</summary>
internal sealed class ChildFiles : IDisposable
{
    private readonly string? _scratch;

    private ChildFiles(string? scratch, string input, string outputFolder)
    {
        _scratch = scratch;
        Input = input;
        Output = Path.Combine(outputFolder, "stdout");
        Error = Path.Combine(outputFolder, "stderr");
    }

    /// <summary>What the child reads.</summary>
    public string Input { get; }

    /// <summary>Where its standard output goes.</summary>
    public string Output { get; }

    /// <summary>Where its standard error goes.</summary>
    public string Error { get; }

    /// <summary>Bytes in the longer of the two outputs.</summary>
    public long LargestBytes => Math.Max(Length(Output), Length(Error));

    /// <summary>Makes the places for a command's streams.</summary>
    public static ChildFiles For(Command command)
    {
        var scratch = command.OutputFolder is null || command.StandardInput is not null
            ? Directory.CreateTempSubdirectory("perfhunt-").FullName
            : null;
        if (command.OutputFolder is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var input = "/dev/null";
        if (command.StandardInput is { } text)
        {
            input = Path.Combine(scratch!, "stdin");
            File.WriteAllText(input, text);
        }

        return new ChildFiles(scratch, input, Path.GetFullPath(command.OutputFolder ?? scratch!));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_scratch is not null && Directory.Exists(_scratch))
        {
            Directory.Delete(_scratch, recursive: true);
        }
    }

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}
