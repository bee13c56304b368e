using System.Numerics;
using PerfHunt.Profiling.Binary;

namespace PerfHunt.Profiling.PerfData;

/// <summary>One recorded event (<c>struct perf_event_attr</c> of linux/perf_event.h).</summary>
/// <param name="Name">As perf names it.</param>
/// <param name="Period">Fixed sampling period, or the frequency when samples carry their own period.</param>
/// <param name="Fields">Which fields a sample has.</param>
/// <param name="ReadFormat">What a sample's counter values consist of.</param>
/// <param name="HasSampleId">Whether records other than samples end with their time and thread.</param>
/// <param name="BranchFields">Layout of a branch stack.</param>
/// <param name="UserRegisters">Which registers of user space a sample has.</param>
/// <param name="Ids">The ids that samples name the event by.</param>
internal sealed record EventAttribute(
    string Name,
    ulong Period,
    SampleFields Fields,
    ulong ReadFormat,
    bool HasSampleId,
    ulong BranchFields,
    ulong UserRegisters,
    ulong[] Ids)
{
    private const int SampleIdAllBit = 18;

    /// <summary>How many registers a sample has.</summary>
    public int UserRegisterCount => BitOperations.PopCount(UserRegisters);

    /// <summary>Reads the struct; fields past its end (older perf) are zero.</summary>
    public static EventAttribute Read(ReadOnlySpan<byte> bytes, ulong[] ids)
    {
        var reader = new SpanReader(bytes);
        var type = reader.U32();
        reader.Skip(4);
        var config = reader.U64();
        var period = reader.U64();
        var fields = (SampleFields)reader.U64();
        var readFormat = reader.U64();
        var flags = reader.U64();
        reader.Skip(24);
        var branchFields = reader.U64();
        var userRegisters = reader.U64();
        return new EventAttribute(
            EventNames.Of(type, config), period, fields, readFormat, (flags >> SampleIdAllBit & 1) != 0, branchFields, userRegisters, ids);
    }
}
