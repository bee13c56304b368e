using PerfHunt.Configuration;
using PerfHunt.Profiling.Elf;
using PerfHunt.Profiling.Reading;

namespace PerfHunt.Tests.Profiling.Elf;

[Category("RealTool")]
public sealed class KeptBinariesTests
{
    [Test]
    public void A_recording_is_read_with_the_copy_beside_it_after_the_program_was_built_again()
    {
        using var program = RecordedProgram.BuildCpp();
        var recording = program.Record(new PerfConfig { Event = "cpu-clock", CallGraph = "none" }, "200");
        var names = new PerfDataReader().Read(recording).Value!;
        KeptBinaries.Keep(Path.GetDirectoryName(recording)!, program.Path);

        RealTool.Run("strip", [program.Path]);
        RealTool.Run("g++", ["-O0", "-xc++", "-", "-o", program.Path], input: "int main() { return 1; }");
        var later = new PerfDataReader().Read(recording).Value!;

        Assert.That(later.Symbols, Is.EqualTo(names.Symbols));
        Assert.That(later.Places.Select(place => place.Module.KeptIn).Distinct(), Is.EqualTo(new[] { Path.GetDirectoryName(recording) }));
    }

    [Test]
    public void Copies_that_no_recording_needs_are_removed()
    {
        using var folder = new TemporaryFolder();
        using var program = RecordedProgram.BuildCpp();
        KeptBinaries.Keep(folder.Path, program.Path);
        var kept = Directory.GetFiles(folder.Path, "elf", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 });
        Assert.That(kept, Has.Length.EqualTo(1));

        KeptBinaries.Prune(folder.Path, ["00112233"]);

        Assert.That(File.Exists(kept[0]), Is.False);
    }

    [Test]
    public void What_is_no_binary_is_not_kept()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("script"), "#!/bin/sh\n");
        KeptBinaries.Keep(folder.Path, folder.File("script"));

        Assert.That(Directory.GetDirectories(folder.Path), Is.Empty);
    }
}
