// Measures how fast and how exactly recordings are read, beside perf on the same files; and feeds the readers damaged input.
using System.Globalization;
using PerfHunt.Profiles;

return args switch
{
    ["read"] => Readings.Run(seconds: 5),
    ["read", var seconds] => Readings.Run(int.Parse(seconds, CultureInfo.InvariantCulture)),
    ["inlined"] => InlinedReadings.Run(program: null),
    ["inlined", var program] => InlinedReadings.Run(program),
    ["once", var file] => OneReading.Cold(file),
    ["once-inlined", var file] => OneReading.ColdInlined(file, cacheFolder: null),
    ["once-inlined", var file, var cache] => OneReading.ColdInlined(file, cache),
    ["warm", var file] => OneReading.Warm(file),
    ["frames", var binary] => OneReading.Frames(binary, Console.In),
    ["mutate"] => Mutations.Run(1_000_000),
    ["mutate", var count] => Mutations.Run(long.Parse(count, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: PerfHunt.Profiles read [SECONDS=5] | inlined [PROGRAM] | once RECORDING | once-inlined RECORDING [CACHE] | warm RECORDING | frames BINARY <ADDRESSES | mutate [COUNT=1000000]");
    return 2;
}
