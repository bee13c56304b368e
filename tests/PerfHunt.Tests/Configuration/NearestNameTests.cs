using PerfHunt.Configuration;

namespace PerfHunt.Tests.Configuration;

public sealed class NearestNameTests
{
    private static readonly string[] Keys = ["commands", "binary", "keep", "environment", "inPlace", "timeLimitMinutes"];

    [TestCase("comands", "commands")]
    [TestCase("command", "commands")]
    [TestCase("Binary", "binary")]
    [TestCase("bianry", "binary")]
    [TestCase("kep", "keep")]
    [TestCase("timeLimitSeconds", "timeLimitMinutes")]
    [TestCase("enviroment", "environment")]
    public void A_small_slip_finds_the_name_that_was_meant(string given, string meant) =>
        Assert.That(NearestName.Find(given, Keys), Is.EqualTo(meant));

    [TestCase("")]
    [TestCase("zzz")]
    [TestCase("branch")]
    public void A_name_that_is_near_to_none_finds_nothing(string given)
    {
        Assert.That(NearestName.Find(given, Keys), Is.Null);
        Assert.That(NearestName.Suggest(given, Keys), Is.Empty);
    }

    [TestCase("kitten", "sitting", 3)]
    [TestCase("", "abc", 3)]
    [TestCase("abc", "", 3)]
    [TestCase("ab", "ba", 1)]
    [TestCase("CA", "ABC", 3)]
    [TestCase("same", "same", 0)]
    public void The_distance_is_that_of_optimal_string_alignment(string from, string to, int edits) =>
        Assert.That(NearestName.Distance(from, to), Is.EqualTo(edits));

    [Test]
    public void The_suggestion_reads_on_from_a_message() =>
        Assert.That(NearestName.Suggest("comands", Keys), Is.EqualTo("; did you mean 'commands'?"));
}
