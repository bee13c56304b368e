using PerfHunt.Loop;

namespace PerfHunt.Tests.Loop;

public sealed class ProgramHashTests
{
    [Test]
    public void A_managed_program_is_another_when_a_library_of_it_is_and_a_native_one_is_itself_alone()
    {
        var folder = Directory.CreateTempSubdirectory("perfhunt-hash-").FullName;
        try
        {
            string[] files = [.. new[] { "app.dll", "lib.dll", "app", "app.json" }.Select(name => Path.Combine(folder, name))];
            Array.ForEach(files, file => File.WriteAllText(file, "x"));
            var before = (ProgramHash.Of(files[0], folder), ProgramHash.Of(files[2], folder));

            File.WriteAllText(files[3], "y");
            Assert.That((ProgramHash.Of(files[0], folder), ProgramHash.Of(files[2], folder)), Is.EqualTo(before));
            File.WriteAllText(files[1], "y");

            Assert.That(ProgramHash.Of(files[0], folder), Is.Not.EqualTo(before.Item1));
            Assert.That(ProgramHash.Of(files[2], folder), Is.EqualTo(before.Item2));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
