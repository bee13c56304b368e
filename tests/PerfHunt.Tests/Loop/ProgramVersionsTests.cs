using PerfHunt.Configuration;
using PerfHunt.Loop.Preflight;

namespace PerfHunt.Tests.Loop;

public sealed class ProgramVersionsTests
{
    [TestCase("perf", "perf version 5.10.223", "dwarf", true)]
    [TestCase("perf", "perf version 5.10.223", "fp", false)]
    [TestCase("perf", "perf version 5.12.g1f2e3", "dwarf", false)]
    [TestCase("perf", "perf version 6.1.187", "dwarf", false)]
    [TestCase("perf", null, "dwarf", false)]
    [TestCase("cargo", "cargo 1.48.0", "fp", true)]
    [TestCase("cargo", "cargo 1.63.0 (fd9c4297c 2022-07-01)", "fp", false)]
    [TestCase("make", "GNU Make 1.0", "fp", false)]
    public void A_program_that_is_too_old_is_told(string program, string? told, string callGraph, bool isTooOld) =>
        Assert.That(ProgramVersions.TooOld(program, told, new PerfConfig { CallGraph = callGraph }), isTooOld ? Is.Not.Null : Is.Null);
}
