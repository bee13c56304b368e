namespace PerfHunt.Profiling.Dwarf;

/// <summary>What the entry of a function says of its code.</summary>
internal struct ScopeValues
{
    public ScopeValues()
    {
    }

    /// <summary>The entry that names the function: its own, or the one that it refers to.</summary>
    public long Origin { get; set; }

    /// <summary>First address.</summary>
    public ulong Low { get; private set; }

    /// <summary>First address behind it, or the length.</summary>
    public ulong High { get; private set; }

    /// <summary>Which of both.</summary>
    public bool HighIsAddress { get; private set; }

    /// <summary>How its list of ranges is named; -1 without one.</summary>
    public int RangesForm { get; private set; } = -1;

    /// <summary>Its list of ranges.</summary>
    public ulong Ranges { get; private set; }

    /// <summary>File of the call.</summary>
    public int CallFile { get; private set; }

    /// <summary>Line of the call.</summary>
    public int CallLine { get; private set; }

    /// <summary>True when there is code.</summary>
    public readonly bool HasCode => RangesForm >= 0 || (Low != 0 && High != 0);

    /// <summary>Takes in an attribute.</summary>
    public void Take(int name, int form, ulong value, DebugUnit unit, RangeReader ranges)
    {
        switch (name)
        {
            case AttributeName.LowAddress:
                Low = FirstEntry.AddressOf(unit, new AttributeValue(name, form, value), ranges);
                break;
            case AttributeName.HighAddress:
                HighIsAddress = FirstEntry.IsAddress(form);
                High = HighIsAddress ? FirstEntry.AddressOf(unit, new AttributeValue(name, form, value), ranges) : value;
                break;
            case AttributeName.Ranges:
                (RangesForm, Ranges) = (form, value);
                break;
            case AttributeName.AbstractOrigin:
                Origin = NameReader.Target(unit, form, value) is >= 0 and var target ? target : Origin;
                break;
            case AttributeName.CallFile:
                CallFile = (int)Math.Min(value, int.MaxValue);
                break;
            case AttributeName.CallLine:
                CallLine = (int)Math.Min(value, int.MaxValue);
                break;
        }
    }
}
