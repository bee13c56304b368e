using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.Elf;

/// <summary>Identity of a binary.</summary>
internal static class ElfNotes
{
    private const uint BuildIdType = 3;
    private const int LongestBuildId = 64;

    /// <summary>The build id in lower-case hex; null when there is none. Source: NT_GNU_BUILD_ID of the GNU ABI.</summary>
    public static string? BuildId(ElfFile elf) =>
        elf.Sections.Where(section => section.Type == ElfSection.Note).Select(section => Find(elf.Content(section))).FirstOrDefault(id => id is not null);

    private static string? Find(byte[] notes)
    {
        for (var reader = new SpanReader(notes); !reader.AtEnd;)
        {
            var (nameBytes, contentBytes, type) = (reader.U32(), reader.U32(), reader.U32());
            var name = reader.Take(nameBytes);
            reader.Align(4);
            var content = reader.Take(contentBytes);
            reader.Align(4);
            if (type == BuildIdType && name.SequenceEqual("GNU\0"u8) && content.Length is > 0 and <= LongestBuildId)
            {
                return HexText.Of(content);
            }
        }

        return null;
    }
}
