using System.Text;

namespace PerfHunt.Profiling.Exports;

/// <summary>Writes the wire format of protocol buffers. Source: protobuf.dev, "Encoding".</summary>
internal sealed class ProtobufWriter
{
    private const int Varint = 0, Bytes = 2;

    private readonly List<byte> _content = [];

    /// <summary>What was written.</summary>
    public byte[] ToArray() => [.. _content];

    /// <summary>A number; 0, which is the default, is left out.</summary>
    public void Number(int field, ulong value)
    {
        if (value != 0)
        {
            Key(field, Varint);
            Raw(value);
        }
    }

    /// <summary>Several numbers as one packed field.</summary>
    public void Numbers(int field, IEnumerable<ulong> values)
    {
        var packed = new ProtobufWriter();
        foreach (var value in values)
        {
            packed.Raw(value);
        }

        Block(field, packed.ToArray());
    }

    /// <summary>Text.</summary>
    public void Text(int field, string text) => Block(field, Encoding.UTF8.GetBytes(text));

    /// <summary>A message.</summary>
    public void Message(int field, Action<ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        write(message);
        Block(field, message.ToArray());
    }

    private void Block(int field, byte[] bytes)
    {
        Key(field, Bytes);
        Raw((ulong)bytes.Length);
        _content.AddRange(bytes);
    }

    private void Key(int field, int wireType) => Raw(((ulong)field << 3) | (uint)wireType);

    private void Raw(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _content.Add((byte)(value | 0x80));
        }

        _content.Add((byte)value);
    }
}
