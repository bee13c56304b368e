namespace PerfHunt.Profiling.Dwarf;

/// <summary>The lines of a unit by address, gathered from sequences in any order.</summary>
internal sealed class LineTable
{
    private readonly List<ulong> addresses = [];
    private readonly List<int> files = [];
    private readonly List<int> lines = [];
    private readonly List<ulong> sequenceStarts = [];
    private readonly List<int> firstRows = [];
    private int open = -1;

    /// <summary>The lowest address; the highest there is when there are no rows.</summary>
    public ulong Lowest { get; private set; } = ulong.MaxValue;

    /// <summary>A row that ends a sequence.</summary>
    public const int EndFile = -1;

    /// <summary>Adds a row to the sequence that is open.</summary>
    public void Add(ulong address, int file, int line)
    {
        open = open < 0 ? addresses.Count : open;

        // Of several rows at one address the last one is meant.
        if (addresses.Count > open && addresses[^1] == address)
        {
            (files[^1], lines[^1]) = (file, line);
            return;
        }

        addresses.Add(address);
        files.Add(file);
        lines.Add(line);
    }

    /// <summary>Ends the sequence; one of code that the linker dropped is forgotten.</summary>
    public void End(ulong address)
    {
        if (open < 0)
        {
            return;
        }

        var start = addresses[open];
        if (start == 0 || start >= address)
        {
            addresses.RemoveRange(open, addresses.Count - open);
            files.RemoveRange(open, files.Count - open);
            lines.RemoveRange(open, lines.Count - open);
        }
        else
        {
            Lowest = Math.Min(Lowest, start);
            sequenceStarts.Add(start);
            firstRows.Add(open);
            addresses.Add(address);
            files.Add(EndFile);
            lines.Add(0);
        }

        open = -1;
    }

    /// <summary>All rows by address, as distances; of overlapping sequences, the first one is there.</summary>
    public (uint[] Starts, int[] Files, int[] Lines) Build(ulong from)
    {
        var (starts, rowFiles, rowLines) = (new List<uint>(), new List<int>(), new List<int>());
        var end = from;
        foreach (var sequence in Symbols.AddressOrder.Of([.. sequenceStarts]))
        {
            for (var row = firstRows[sequence]; ; row++)
            {
                var address = addresses[row];
                if (address >= end && address - from <= uint.MaxValue)
                {
                    Put(starts, rowFiles, rowLines, (uint)(address - from), files[row], lines[row]);
                    end = address;
                }

                if (files[row] == EndFile)
                {
                    break;
                }
            }
        }

        return ([.. starts], [.. rowFiles], [.. rowLines]);
    }

    private static void Put(List<uint> starts, List<int> files, List<int> lines, uint start, int file, int line)
    {
        if (starts.Count > 0 && starts[^1] == start)
        {
            (files[^1], lines[^1]) = (file, line);
        }
        else if (starts.Count == 0 || files[^1] != file || lines[^1] != line)
        {
            starts.Add(start);
            files.Add(file);
            lines.Add(line);
        }
    }
}
