using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Tests.Profiling.Symbols;

public sealed class KeptMapsTests
{
    [Test]
    public void Maps_go_with_their_recording_and_not_with_the_next_one()
    {
        var folder = Directory.CreateTempSubdirectory("perfhunt-maps-").FullName;
        try
        {
            var (temporary, recording, copy) = (Path.Combine(folder, "tmp"), Path.Combine(folder, "a.data"), Path.Combine(folder, "b.data"));
            Directory.CreateDirectory(temporary);
            File.WriteAllText(Path.Combine(temporary, "perf-7.map"), "1000 20 one\n");
            File.WriteAllText(Path.Combine(temporary, "other.txt"), "");
            File.CreateSymbolicLink(Path.Combine(temporary, "perf-8.map"), Path.Combine(temporary, "other.txt"));

            KeptMaps.Take(temporary, recording);
            KeptMaps.Copy(recording, copy);

            Assert.That(KeptMaps.Of(recording, 8), Is.EqualTo("/tmp/perf-8.map"), "a link is nobody's map");
            Assert.That(new[] { KeptMaps.Of(recording, 7), KeptMaps.Of(copy, 7) }.Select(File.ReadAllText), Has.All.EqualTo("1000 20 one\n"));
            KeptMaps.Take(temporary, recording);
            Assert.That(KeptMaps.Of(recording, 7), Is.EqualTo("/tmp/perf-7.map"));
            Assert.That(KeptMaps.Of(null, 7), Is.EqualTo("/tmp/perf-7.map"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
