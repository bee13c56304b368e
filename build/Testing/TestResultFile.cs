using System.Xml;
using System.Xml.Linq;
using PerfHunt.Errors;

namespace PerfHunt.Build.Testing;

/// <summary>Reads result files of the test platform (<c>.trx</c>, XML in the namespace TeamTest/2010).</summary>
public static class TestResultFile
{
    private static readonly XNamespace TeamTest = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Counts the results in a file's text.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>The totals, or what is wrong with the text.</returns>
    public static Parsed<TestTotals> Read(string name, string text)
    {
        try
        {
            var results = XDocument.Parse(text).Descendants(TeamTest + "UnitTestResult").ToList();
            var skipped = results.Where(result => Outcome(result) == "NotExecuted").Select(ToSkipped).ToList();
            var passed = results.Count(result => Outcome(result) == "Passed");
            return new TestTotals(passed, results.Count - passed - skipped.Count, skipped);
        }
        catch (XmlException exception)
        {
            return new LocatedError(name, exception.LineNumber, $"expected the XML of a test run, but {exception.Message}");
        }
    }

    private static string Outcome(XElement result) => result.Attribute("outcome")?.Value ?? "";

    private static SkippedTest ToSkipped(XElement result) => new(
        result.Attribute("testName")?.Value ?? "?",
        result.Descendants(TeamTest + "Message").FirstOrDefault()?.Value.Trim() ?? "no reason given");
}
