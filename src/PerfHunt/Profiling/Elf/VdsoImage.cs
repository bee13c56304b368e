using System.Globalization;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Elf;

/// <summary>The library that the kernel maps into every process and that lies in no file (vdso(7)). Ours is the recorded one when its build id says so.</summary>
internal static class VdsoImage
{
    /// <summary>As the kernel calls it.</summary>
    public const string Name = "[vdso]";

    private const int SizeCap = 1 << 20;

    /// <summary>Reads the one in this process; null where there is none.</summary>
    public static ElfFile? TryRead()
    {
        try
        {
            var line = File.ReadLines("/proc/self/maps").FirstOrDefault(map => map.EndsWith(Name, StringComparison.Ordinal));
            var range = line?.Split(' ')[0].Split('-');
            if (range is not { Length: 2 }
                || !long.TryParse(range[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var start)
                || !long.TryParse(range[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var end)
                || end - start is <= 0 or > SizeCap)
            {
                return null;
            }

            using var memory = new FileStream("/proc/self/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            var image = new byte[end - start];
            memory.Seek(start, SeekOrigin.Begin);
            memory.ReadExactly(image);
            return ElfFile.TryRead(new ByteFile(Name, image));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}
