using ProtoBuf;

namespace PerfHunt.Tests.Profiling.Exports;

/// <summary>What another library reads of a pprof file. Field numbers from google/pprof, proto/profile.proto.</summary>
[ProtoContract]
internal sealed class PprofMessage
{
    [ProtoMember(1)]
    public List<ValueType> SampleTypes { get; } = [];

    [ProtoMember(2)]
    public List<Sample> Samples { get; } = [];

    [ProtoMember(3)]
    public List<Mapping> Mappings { get; } = [];

    [ProtoMember(4)]
    public List<Location> Locations { get; } = [];

    [ProtoMember(5)]
    public List<Function> Functions { get; } = [];

    [ProtoMember(6)]
    public List<string> Strings { get; } = [];

    [ProtoContract]
    internal sealed class ValueType
    {
        [ProtoMember(1)]
        public long Type { get; set; }

        [ProtoMember(2)]
        public long Unit { get; set; }
    }

    [ProtoContract]
    internal sealed class Sample
    {
        [ProtoMember(1, IsPacked = true)]
        public List<ulong> LocationIds { get; } = [];

        [ProtoMember(2, IsPacked = true)]
        public List<long> Values { get; } = [];

        [ProtoMember(3)]
        public List<Label> Labels { get; } = [];
    }

    [ProtoContract]
    internal sealed class Label
    {
        [ProtoMember(1)]
        public long Key { get; set; }

        [ProtoMember(2)]
        public long Text { get; set; }

        [ProtoMember(3)]
        public long Number { get; set; }
    }

    [ProtoContract]
    internal sealed class Mapping
    {
        [ProtoMember(5)]
        public long FileName { get; set; }

        [ProtoMember(9)]
        public bool HasLines { get; set; }
    }

    [ProtoContract]
    internal sealed class Location
    {
        [ProtoMember(1)]
        public ulong Id { get; set; }

        [ProtoMember(4)]
        public List<Line> Lines { get; } = [];
    }

    [ProtoContract]
    internal sealed class Line
    {
        [ProtoMember(1)]
        public ulong FunctionId { get; set; }

        [ProtoMember(2)]
        public long Number { get; set; }
    }

    [ProtoContract]
    internal sealed class Function
    {
        [ProtoMember(1)]
        public ulong Id { get; set; }

        [ProtoMember(2)]
        public long Name { get; set; }

        [ProtoMember(4)]
        public long FileName { get; set; }

        [ProtoMember(5)]
        public long StartLine { get; set; }
    }
}
