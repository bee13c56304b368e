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

    [TestCase(0, 0)]
    [TestCase(1, 3)]
    [TestCase(-1, 3)]
    public void The_process_ends_with_the_code_of_the_last_failure_unless_Cake_succeeded(int ofCake, int expected)
    {
        using var interruption = Interruption.Listen();
        var codes = new ExitCodes(interruption);
        Assert.Throws<CakeException>(() => codes.Keep<int>(() => throw new HuntException(ExitCode.Usage, "Early", "Do that.")));
        Assert.Throws<CakeException>(() => codes.Keep<int>(() => throw new HuntException(ExitCode.Precondition, "Late", "Do that.")));
        Assert.That(codes.Final(ofCake), Is.EqualTo(expected));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_failure_that_an_outer_task_passes_on_keeps_the_inner_code(bool inReport)
    {
        using var interruption = Interruption.Listen();
        var codes = new ExitCodes(interruption);
        Assert.Catch(() => codes.Keep<int>(() =>
        {
            var inner = Assert.Throws<CakeException>(() => codes.Keep<int>(() => throw new HuntException(ExitCode.Tampering, "What", "Do that.")))!;
            throw inReport ? new AggregateException(new CakeReportException([], inner.Message, inner)) : inner;
        }));
        Assert.That(codes.Final(1), Is.EqualTo((int)ExitCode.Tampering));
    }

    [Test]
    public void A_defect_after_a_failure_is_an_internal_error()
    {
        using var interruption = Interruption.Listen();
        var codes = new ExitCodes(interruption);
        Assert.Throws<CakeException>(() => codes.Keep<int>(() => throw new HuntException(ExitCode.Usage, "Early", "Do that.")));
        Assert.Throws<InvalidOperationException>(() => codes.Keep<int>(() => throw new InvalidOperationException()));
        Assert.That(codes.Final(1), Is.EqualTo((int)ExitCode.InternalError));
    }

    private static void Keep(Func<int> action)
    {
        using var interruption = Interruption.Listen();
        new ExitCodes(interruption).Keep(action);
    }
}
