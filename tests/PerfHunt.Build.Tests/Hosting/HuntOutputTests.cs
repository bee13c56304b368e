using PerfHunt.Build.Arguments;
using PerfHunt.Build.Hosting;

namespace PerfHunt.Build.Tests.Hosting;

/// <summary>The promise is the very last line, when and only when the hunt is over.</summary>
public sealed class HuntOutputTests
{
    [Test]
    public void The_promise_is_the_last_line_when_the_hunt_is_over() =>
        Assert.That(Finish("DONE", over: true, exitCode: 0), Is.EqualTo("the result\n<promise>DONE</promise>\n"));

    [TestCase("DONE", false, 0)]
    [TestCase("DONE", true, 1)]
    [TestCase("DONE", true, 130)]
    [TestCase(null, true, 0)]
    public void Without_an_end_without_a_success_or_without_being_asked_there_is_no_promise(string? promise, bool over, int exitCode) =>
        Assert.That(Finish(promise, over, exitCode), Is.EqualTo("the result\n"));

    private static string Finish(string? promise, bool over, int exitCode)
    {
        using var results = new StringWriter { NewLine = "\n" };
        using var output = new HuntOutput(new HuntArguments { Promise = promise }, results) { HuntIsOver = over };
        output.Result("the result");
        Assert.That(output.Finish(exitCode), Is.EqualTo(exitCode));
        return results.ToString();
    }
}
