using System.Globalization;

namespace PerfHunt.Tests.Tickets;

/// <summary>A clock that stands where it was put.</summary>
internal sealed class SettableClock(string utc) : TimeProvider
{
    public string Utc { get; set; } = utc;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse(Utc, CultureInfo.InvariantCulture);
}
