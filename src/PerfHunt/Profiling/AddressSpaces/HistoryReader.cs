using PerfHunt.Profiling.Binary;
using PerfHunt.Profiling.PerfData;
using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Profiling.AddressSpaces;

/// <summary>Gathers what a recording tells besides samples, and replays it in order of time.</summary>
internal sealed class HistoryReader(RecordedEvents events, ModuleTable modules)
{
    private const ushort ExecFlag = 1 << 13;
    private const ushort BuildIdFlag = 1 << 14;
    private const ushort FilteredFlag = 1 << 15;
    private const ushort DataFlag = 1 << 13;
    private const int BuildIdCap = 20;
    private const uint Executable = 4;

    private readonly List<Happening> _happenings = [];
    private long _lostRecords;
    private long _lostSamples;

    /// <summary>Samples that the kernel could not deliver. Newer kernels tell it twice, record by record and as a sum at the end.</summary>
    public long LostSamples => Math.Max(_lostRecords, _lostSamples);

    /// <summary>Takes in a record; samples and types that do not matter are left out.</summary>
    public void Add(Record record)
    {
        var body = new SpanReader(record.Body);
        switch (record.Type)
        {
            case RecordType.Mmap or RecordType.Mmap2:
                AddMapping(record, ref body);
                break;
            case RecordType.Comm:
                AddName(record, ref body);
                break;
            case RecordType.Fork:
                AddFork(record, ref body);
                break;
            case RecordType.Lost:
                body.Skip(8);
                _lostRecords = Sum(_lostRecords, body.U64());
                break;
            case RecordType.LostSamples when (record.Misc & FilteredFlag) == 0:
                _lostSamples = Sum(_lostSamples, body.U64());
                break;
        }
    }

    /// <summary>Everything that happened, in order.</summary>
    public ProcessHistory Replay()
    {
        var history = new ProcessHistory();

        _happenings.Sort(Happening.InOrder);
        foreach (var happening in _happenings)
        {
            happening.Replay(history);
        }

        return history;
    }

    private void AddMapping(Record record, ref SpanReader body)
    {
        var pid = body.I32();
        body.Skip(4);
        var (start, length, offset) = (body.U64(), body.U64(), body.U64());
        string? buildId = null;
        if (record.Type == RecordType.Mmap2)
        {
            var identity = new SpanReader(body.Take(24));
            var idLength = Math.Min(identity.U8(), (byte)BuildIdCap);
            identity.Skip(3);
            buildId = (record.Misc & BuildIdFlag) != 0 ? HexText.Of(identity.Take(idLength)) : null;
            var protection = body.U32();
            body.Skip(4);
            if ((protection & Executable) == 0)
            {
                return;
            }
        }
        else if ((record.Misc & DataFlag) != 0)
        {
            return;
        }

        var path = body.ZeroTerminatedText();
        var end = start + length < start ? ulong.MaxValue : start + length;
        if (body.Overrun || end <= start || pid < 0)
        {
            return;
        }

        var time = Time(record);
        var mapping = new Mapping(start, end, offset, time, modules.Get(path, pid, buildId));
        Happen(time, history => history.Map(pid, mapping));
    }

    private void AddName(Record record, ref SpanReader body)
    {
        var (pid, tid) = (body.I32(), body.I32());
        var name = body.ZeroTerminatedText();
        if (body.Overrun)
        {
            return;
        }

        var time = Time(record);
        if ((record.Misc & ExecFlag) != 0)
        {
            Happen(time, history => history.Execute(pid, time));
        }

        Happen(time, history => history.Name(tid, name));
    }

    private void AddFork(Record record, ref SpanReader body)
    {
        var (pid, parentPid, tid, parentTid) = (body.I32(), body.I32(), body.I32(), body.I32());
        if (body.Overrun)
        {
            return;
        }

        var time = Time(record);
        Happen(time, history =>
        {
            history.Fork(pid, parentPid, time);
            history.InheritName(tid, parentTid);
        });
    }

    private void Happen(ulong timeNs, Action<ProcessHistory> replay) => _happenings.Add(new Happening(timeNs, _happenings.Count, replay));

    private ulong Time(Record record) => events.OfOther(record.Body).TimeOfOther(record.Body);

    private static long Sum(long sum, ulong more) => more > (ulong)(long.MaxValue - sum) ? long.MaxValue : sum + (long)more;

    private sealed record Happening(ulong TimeNs, int Number, Action<ProcessHistory> Replay)
    {
        // What has the same time keeps the order of the file.
        public static int InOrder(Happening left, Happening right) =>
            left.TimeNs != right.TimeNs ? left.TimeNs.CompareTo(right.TimeNs) : left.Number.CompareTo(right.Number);
    }
}
