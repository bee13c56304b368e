using PerfHunt.Configuration;
using PerfHunt.Processes;
using PerfHunt.Profiling.Recordings;

namespace PerfHunt.Tests.Profiling;

/// <summary>A small program compiled by the test, with its recordings beside it.</summary>
internal sealed class RecordedProgram : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private RecordedProgram(string name) => Path = _folder.File(name);

    /// <summary>The binary.</summary>
    public string Path { get; }

    /// <summary>Threads, generics, recursion.</summary>
    public static RecordedProgram BuildRust(params string[] options) =>
        Build("threads", "rustc", ["-O", "-g", "-C", "force-frame-pointers=yes", .. options, GoldenFile.Path("Programs/threads.rs"), "-o"]);

    /// <summary>Forks, templates, libraries.</summary>
    public static RecordedProgram BuildCpp(params string[] options) =>
        Build("calls", "g++", ["-O1", "-g", "-fno-omit-frame-pointer", .. options, GoldenFile.Path("Programs/calls.cpp"), "-o"]);

    /// <summary>Records the program; gives the recording's path.</summary>
    public string Record(PerfConfig perf, params string[] arguments) => RecordWorkload(perf, arguments).Recording.DataFile;

    /// <summary>Records the program; gives the recording and how the program ended.</summary>
    public (Recording Recording, ProcessOutcome Workload) RecordWorkload(PerfConfig perf, params string[] arguments)
    {
        RealTool.Require("perf");
        var file = _folder.File($"{Guid.NewGuid():n}.data");
        return new PerfRecorder(RealTool.Processes).Record(Command.Of(Path, arguments), file, perf);
    }

    /// <summary>A path beside the binary.</summary>
    public string File(string name) => _folder.File(name);

    public void Dispose() => _folder.Dispose();

    private static RecordedProgram Build(string name, string compiler, string[] arguments)
    {
        var program = new RecordedProgram(name);
        RealTool.Run(compiler, [.. arguments, program.Path]);
        return program;
    }
}
