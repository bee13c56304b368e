using PerfHunt.Loop;
using PerfHunt.Profiling.Elf;

namespace PerfHunt.Tests.Profiling.Elf;

public sealed class OwnLibrariesTests
{
    [Test]
    public void A_library_beside_the_program_is_part_of_it_and_moves_with_it()
    {
        using var folder = new TemporaryFolder();
        var program = Build(folder, "$ORIGIN", "1");
        var before = ProgramHash.Of(program, folder.Path);

        Assert.That(OwnLibraries.Of(program, folder.Path), Is.EqualTo(new[] { folder.File("libown.so.1") }));
        Assert.That(OwnLibraries.Lost(program, folder.Path, "/elsewhere"), Is.Empty);

        Build(folder, "$ORIGIN", "2");
        Assert.That(ProgramHash.Of(program, folder.Path), Is.Not.EqualTo(before));
    }

    [Test]
    public void A_library_that_is_looked_for_where_the_program_was_built_is_lost()
    {
        using var folder = new TemporaryFolder();
        var program = Build(folder, "/elsewhere", "1");

        Assert.That(OwnLibraries.Of(program, folder.Path), Is.Empty);
        Assert.That(OwnLibraries.Lost(program, folder.Path, "/elsewhere"), Is.EqualTo(new[] { folder.File("libown.so.1") }));
    }

    // A program, the name by which it needs the library, and the library that this name links to.
    private static string Build(TemporaryFolder folder, string runPath, string answer)
    {
        var (library, link, program) = (folder.File("libown.so.1"), folder.File("libown.so"), folder.File("program"));
        RealTool.Run("cc", ["-shared", "-fPIC", "-Wl,-soname,libown.so", "-x", "c", "-", "-o", library], $"int own(void) {{ return {answer}; }}");
        File.Delete(link);
        File.CreateSymbolicLink(link, "libown.so.1");
        RealTool.Run("cc", ["-x", "c", "-", "-x", "none", link, $"-Wl,-rpath,{runPath}", "-o", program], "int own(void); int main(void) { return own(); }");
        return program;
    }
}
