namespace PerfHunt.Profiling.Dwarf;

/// <summary>The lines of a unit by address, gathered from sequences in any order.</summary>
internal sealed class LineTable
{
    private readonly List<ulong> _addresses = [];
    private readonly List<int> _files = [];
    private readonly List<int> _lines = [];
    private readonly List<ulong> _sequenceStarts = [];
    private readonly List<int> _firstRows = [];
    private int _open = -1;

    /// <summary>The lowest address; the highest there is when there are no rows.</summary>
    public ulong Lowest { get; private set; } = ulong.MaxValue;

    /// <summary>A row that ends a sequence.</summary>
    public const int EndFile = -1;

    /// <summary>Adds a row to the sequence that is open.</summary>
    public void Add(ulong address, int file, int line)
    {
        _open = _open < 0 ? _addresses.Count : _open;

        // Of several rows at one address the last one is meant.
        if (_addresses.Count > _open && _addresses[^1] == address)
        {
            (_files[^1], _lines[^1]) = (file, line);
            return;
        }

        _addresses.Add(address);
        _files.Add(file);
        _lines.Add(line);
    }

    /// <summary>Ends the sequence; one of code that the linker dropped is forgotten.</summary>
    public void End(ulong address)
    {
        if (_open < 0)
        {
            return;
        }

        var start = _addresses[_open];
        if (start == 0 || start >= address)
        {
            _addresses.RemoveRange(_open, _addresses.Count - _open);
            _files.RemoveRange(_open, _files.Count - _open);
            _lines.RemoveRange(_open, _lines.Count - _open);
        }
        else
        {
            Lowest = Math.Min(Lowest, start);
            _sequenceStarts.Add(start);
            _firstRows.Add(_open);
            _addresses.Add(address);
            _files.Add(EndFile);
            _lines.Add(0);
        }

        _open = -1;
    }

    /// <summary>All rows by address, as distances; of overlapping sequences, the first one is there.</summary>
    public (uint[] Starts, int[] Files, int[] Lines) Build(ulong from)
    {
        var (starts, rowFiles, rowLines) = (new List<uint>(), new List<int>(), new List<int>());
        var end = from;
        foreach (var sequence in Symbols.AddressOrder.Of([.. _sequenceStarts]))
        {
            for (var row = _firstRows[sequence]; ; row++)
            {
                var address = _addresses[row];
                if (address >= end && address - from <= uint.MaxValue)
                {
                    Put(starts, rowFiles, rowLines, (uint)(address - from), _files[row], _lines[row]);
                    end = address;
                }

                if (_files[row] == EndFile)
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
