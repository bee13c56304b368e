using PerfHunt.Profiling;
using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.Reading;

namespace PerfHunt.Tests.Profiling.PerfData;

/// <summary>Reads what a test wrote.</summary>
internal static class RecordingBuilderReading
{
    public static Profile Read(this RecordingBuilder builder, int events = 1)
    {
        var parsed = new PerfDataReader().Read(new ByteFile("test.data", builder.Build(events)));
        Assert.That(parsed.Error, Is.Null);
        return parsed.Value!;
    }
}
