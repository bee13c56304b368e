// Measures how fast and how exactly recordings are read, beside perf on the same files; and feeds the readers damaged input.
using System.Globalization;
using PerfHunt.Profiles;

return args switch
{
    ["read"] => Readings.Run(seconds: 5),
    ["read", var seconds] => Readings.Run(int.Parse(seconds, CultureInfo.InvariantCulture)),
    ["once", var file] => OneReading.Cold(file),
    ["warm", var file] => OneReading.Warm(file),
    ["mutate"] => Mutations.Run(1_000_000),
    ["mutate", var count] => Mutations.Run(long.Parse(count, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: PerfHunt.Profiles read [SECONDS=5] | once RECORDING | warm RECORDING | mutate [COUNT=1000000]");
    return 2;
}
