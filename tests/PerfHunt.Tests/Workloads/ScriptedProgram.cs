using System.Collections.Immutable;
using PerfHunt.Configuration;
using PerfHunt.Processes;
using PerfHunt.Workloads;

namespace PerfHunt.Tests.Workloads;

/// <summary>Programs written as shell scripts, in slots of equal path length, run by the real runner.</summary>
[Category("Processes")]
public abstract class ScriptedProgram
{
    protected string Folder { get; private set; } = "";

    protected static ProcessRunner Processes { get; } = new(TimeProvider.System);

    [SetUp]
    public void MakeFolder() => Folder = Directory.CreateTempSubdirectory("perfhunt-test-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    protected static WorkloadConfig Fixed(string name = "one") => new() { Name = name, Command = new CommandLine(["{binary}", "{workload}"]) };

    protected ProgramUnderTest Program(string slot, string script)
    {
        var tree = Path.Combine(Folder, slot);
        Directory.CreateDirectory(tree);
        var binary = Path.Combine(tree, "program");
        File.WriteAllText(binary, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(binary, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return new ProgramUnderTest(tree, binary);
    }

    protected WorkloadRunner RunnerFor(double timeLimitSeconds = 20, params ImmutableArray<string> ignore) => new(
        Processes,
        new RunConfig { Command = new CommandLine(["{binary}", "{workload}"]), TimeLimitSeconds = timeLimitSeconds, IgnoreOutput = ignore },
        new Suite(Path.Combine(Folder, "suite"), []),
        Path.Combine(Folder, "runs"));
}
