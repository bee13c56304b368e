using Cake.Core;
using PerfHunt.Build.Hosting;
using PerfHunt.Errors;

namespace PerfHunt.Build.Tests.Hosting;

/// <summary>A failure of the library keeps its exit code on its way through Cake.</summary>
public sealed class ExitCodesTests
{
    [Test]
    public void A_failure_keeps_its_exit_code_and_its_words([Values] ExitCode code)
    {
        var exception = Assert.Throws<CakeException>(() => Keep(() => throw new HuntException(code, "What", "Do that.")))!;
        Assert.That(exception.ExitCode, Is.EqualTo((int)code));
        Assert.That(exception.Message, Is.EqualTo("What. Do that."));
    }

    [Test]
    public void A_defect_passes_unchanged() => Assert.Throws<InvalidOperationException>(() => Keep(() => throw new InvalidOperationException()));

    [Test]
    public void A_cancellation_that_no_signal_caused_passes_unchanged() =>
        Assert.Throws<OperationCanceledException>(() => Keep(() => throw new OperationCanceledException()));

    private static void Keep(Func<int> action)
    {
        using var interruption = Interruption.Listen();
        ExitCodes.Keep(interruption, action);
    }
}
