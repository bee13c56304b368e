using System.Globalization;
using PerfHunt.Errors;
using PerfHunt.Reporting;
using PerfHunt.State;

namespace PerfHunt.Loop;

/// <summary>Writes down what an investigation taught.</summary>
public static class JournalLog
{
    /// <summary>Adds the entry of a closed investigation under the heading that fits its outcome.</summary>
    public static void Add(HuntSession session, InvestigatedEntry entry)
    {
        var section = entry.Outcome switch
        {
            Outcomes.Fixed or Outcomes.Marginal => JournalSection.OptimizationsApplied,
            Outcomes.Deferred => JournalSection.Deferred,
            _ => JournalSection.Findings,
        };
        session.Stores.Journal.Add(section, Line(session, entry));
    }

    private static string Line(HuntSession session, InvestigatedEntry entry)
    {
        var change = entry.CompileTimeChangePct is { } percent ? $", suite {Figures.Change(percent)}" : "";
        var commit = entry.Commit is { } id ? $", commit {Text.Short(id)}" : "";
        return UntrustedText.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"`{entry.Function}` ({entry.SamplesPctBefore:0.00} % self): {entry.Notes}{change}{commit} (hunt of {session.Hunt.StartedAt}, {entry.TicketId})"));
    }
}
