using System.Runtime.InteropServices;
using Cake.Core;
using PerfHunt.Build.Hosting;
using PerfHunt.Errors;

namespace PerfHunt.Build.Tests.Hosting;

/// <summary>The first signal asks for an orderly end.</summary>
public sealed partial class InterruptionTests
{
    private const int Sigterm = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Test]
    public void A_signal_cancels_the_token_and_becomes_the_exit_code()
    {
        using var interruption = Interruption.Listen();
        Assert.That(Kill(Environment.ProcessId, Sigterm), Is.Zero);
        Assert.That(interruption.Token.WaitHandle.WaitOne(Patience), Is.True);
        Assert.That(interruption.Cause, Is.EqualTo(ExitCode.Terminated));
        Assert.That(
            () => new ExitCodes(interruption).Keep(() => interruption.Token.IsCancellationRequested ? throw new OperationCanceledException() : 0),
            Throws.TypeOf<CakeException>().With.Property(nameof(CakeException.ExitCode)).EqualTo((int)ExitCode.Terminated));
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
