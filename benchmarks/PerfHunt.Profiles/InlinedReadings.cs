namespace PerfHunt.Profiles;
internal static class InlinedReadings { public static int Run() => 0; }
