using System.Text;

namespace PerfHunt.Tests.Profiling.PerfData;

/// <summary>Writes recordings as perf does, record by record, so that a test can say what happened.</summary>
internal sealed class RecordingBuilder
{
    private const int AttributeBytes = 128;
    private const int HeaderBytes = 104;

    // IP, TID, TIME, CALLCHAIN, ID, PERIOD.
    private const ulong Fields = 1 | 2 | 4 | 32 | 64 | 256;
    private const ulong FieldsWithoutChain = Fields & ~32UL;

    // REGS_USER, STACK_USER; the registers BP, SP and IP.
    private const ulong StackFields = (1 << 12) | (1 << 13);
    private const ulong Registers = (1 << 6) | (1 << 7) | (1 << 8);
    private const ulong StackAddress = 0x7fff0000;

    // sample_id_all
    private const ulong Flags = 1 << 18;

    private readonly List<byte> _records = [];
    private readonly bool _withChains;

    private readonly bool _withStacks;

    public RecordingBuilder(bool withChains = false, bool withStacks = false)
    {
        _withChains = withChains;
        _withStacks = withStacks;
    }

    public static string Program => "/no/such/program";

    public RecordingBuilder Exec(int pid, string name = "program", ulong time = 1) =>
        Record(3, 1 << 13, writer => { writer.Write(pid); writer.Write(pid); Text(writer, name); }, pid, time);

    public RecordingBuilder Fork(int pid, int parent, ulong time) =>
        Record(7, 0, writer => { writer.Write(pid); writer.Write(parent); writer.Write(pid); writer.Write(parent); writer.Write(time); }, pid, time);

    public RecordingBuilder Map(int pid, ulong start, ulong length, string path, ulong time = 2, ulong offset = 0) =>
        Record(
            10,
            2,
            writer =>
            {
                writer.Write(pid);
                writer.Write(pid);
                writer.Write(start);
                writer.Write(length);
                writer.Write(offset);
                writer.Write(new byte[24]);
                writer.Write(5);
                writer.Write(2);
                Text(writer, path);
            },
            pid,
            time);

    public RecordingBuilder Lost(ulong count) => Record(2, 0, writer => { writer.Write(1UL); writer.Write(count); }, 1, 3);

    public RecordingBuilder Sample(int pid, ulong ip, ulong time, ulong period = 1, ulong id = 1, int mode = 2, params ulong[] callers) =>
        RawRecord(9, (ushort)mode, writer =>
        {
            writer.Write(ip);
            writer.Write(pid);
            writer.Write(pid);
            writer.Write(time);
            writer.Write(id);
            writer.Write(period);
            if (_withChains)
            {
                writer.Write((ulong)callers.Length + 2);
                writer.Write(unchecked((ulong)(mode == 1 ? -128 : -512)));
                writer.Write(ip);
                Array.ForEach(callers, writer.Write);
            }

            if (_withStacks)
            {
                Stack(writer, ip, callers);
            }
        });

    public byte[] Build(int events = 1)
    {
        var file = new MemoryStream();
        var writer = new BinaryWriter(file);
        var idsAt = HeaderBytes;
        var attributesAt = idsAt + (8 * events);
        var dataAt = attributesAt + ((AttributeBytes + 16) * events);
        writer.Write("PERFILE2"u8);
        writer.Write((ulong)HeaderBytes);
        writer.Write((ulong)AttributeBytes + 16);
        writer.Write((ulong)attributesAt);
        writer.Write((ulong)((AttributeBytes + 16) * events));
        writer.Write((ulong)dataAt);
        writer.Write((ulong)_records.Count);
        writer.Write(new byte[48]);
        for (var index = 1; index <= events; index++)
        {
            writer.Write((ulong)index);
        }

        for (var index = 0; index < events; index++)
        {
            Attribute(writer, index);
            writer.Write((ulong)(idsAt + (8 * index)));
            writer.Write(8UL);
        }

        writer.Write(_records.ToArray());
        return file.ToArray();
    }

    private void Attribute(BinaryWriter writer, int index)
    {
        writer.Write(1);
        writer.Write(AttributeBytes);
        writer.Write((ulong)(index * 2));
        writer.Write(1000UL);
        writer.Write((_withChains ? Fields : FieldsWithoutChain) | (_withStacks ? StackFields : 0));
        writer.Write(0UL);
        writer.Write(Flags);
        writer.Write(new byte[32]);
        writer.Write(_withStacks ? Registers : 0UL);
        writer.Write(new byte[AttributeBytes - 88]);
    }

    // Frames of code that keeps a frame pointer: the caller's frame pointer, then the return address.
    private static void Stack(BinaryWriter writer, ulong ip, ulong[] callers)
    {
        writer.Write(2UL);
        writer.Write(StackAddress);
        writer.Write(StackAddress);
        writer.Write(ip);
        var frames = callers.Append(0UL).ToArray();
        writer.Write((ulong)frames.Length * 16);
        for (var index = 0; index < frames.Length; index++)
        {
            writer.Write(StackAddress + ((ulong)(index + 1) * 16));
            writer.Write(frames[index]);
        }

        writer.Write((ulong)frames.Length * 16);
    }

    private RecordingBuilder Record(uint type, int misc, Action<BinaryWriter> body, int pid, ulong time) =>
        RawRecord(type, (ushort)misc, writer =>
        {
            body(writer);
            writer.Write(pid);
            writer.Write(pid);
            writer.Write(time);
            writer.Write(1UL);
        });

    private RecordingBuilder RawRecord(uint type, ushort misc, Action<BinaryWriter> body)
    {
        var content = new MemoryStream();
        body(new BinaryWriter(content));
        _records.AddRange(BitConverter.GetBytes(type));
        _records.AddRange(BitConverter.GetBytes(misc));
        _records.AddRange(BitConverter.GetBytes((ushort)(content.Length + 8)));
        _records.AddRange(content.ToArray());
        return this;
    }

    private static void Text(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(bytes);
        writer.Write(new byte[8 - (bytes.Length % 8)]);
    }
}
