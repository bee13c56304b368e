namespace PerfHunt.Tests.Profiling;

/// <summary>Captured output that lies beside the tests.</summary>
internal static class GoldenFile
{
    public static string Path(string name) =>
        System.IO.Path.Combine(TestContext.CurrentContext.TestDirectory, "Profiling", "Golden", name);
}
