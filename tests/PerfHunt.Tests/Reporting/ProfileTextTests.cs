using PerfHunt.Profiling;
using PerfHunt.Profiling.Annotation;
using PerfHunt.Reporting;

namespace PerfHunt.Tests.Reporting;

public sealed class ProfileTextTests
{
    private static readonly Profile Profile = new("x.data", "cpu-clock", 200, 3, 200, [new("app::hot", "app", 150, 150, 75, null), new(SymbolShare.UnknownSymbol, "lib.so", 50, 50, 25, null)])
    {
        Threads = [new(10, 11, "worker no 1", 120, 120), new(10, 10, "app", 50, 50), new(20, 20, "child", 30, 30)],
        Warnings = ["/lib.so: has no symbols\u001b[2J"],
    };

    [Test]
    public void What_is_lost_or_unknown_is_told()
    {
        var sentences = ProfileText.Sentences(Profile);

        Assert.That(sentences[0], Is.EqualTo("200 samples of cpu-clock, 3 threads in 2 processes, 3 lost, 50 (25.00 %) in no known function."));
        Assert.That(sentences[1], Does.StartWith("Recorded without callers"));
        Assert.That(sentences[2], Is.EqualTo("Note: /lib.so: has no symbols [2J."));
    }

    [Test]
    public void Threads_are_summed_by_process()
    {
        var lines = HottestText.Plain(Profile).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.That(lines, Does.Contain("85.00 % 170 10 2 app").And.Contain("15.00 % 30 20 1 child").And.Contain("60.00 % 120 10 11 worker no 1").And.Contain("75.00 % - 150 app app::hot"));
    }

    [Test]
    public void An_annotated_function_says_what_was_inlined_and_what_has_no_line()
    {
        var annotation = new FunctionAnnotation("app::hot", new SelfShare(75, 100), 150)
        {
            OwnLines = [new HotLine("app::hot", "/src/a/b/c/app.rs", 7, new SelfShare(60, 80))],
            Inlined = [new InlinedFunction("app::inner", "/src/a/b/c/app.rs", 3, new SelfShare(45, 60))],
            Instructions = [new HotInstruction(0x10, "add rax, rbx", null, 0, new SelfShare(75, 100))],
            WithoutLinePercent = 20,
        };
        var text = string.Join('\n', AnnotationText.Plain(annotation, neighbours: null, (_, line) => line == 7 ? "  inner(x);" : null, file => file.Replace("/src/a/", "", StringComparison.Ordinal)));

        Assert.That(text, Does.StartWith("app::hot: 75.00 % self, 150 samples; 60 % of them in app::inner, inlined\n"));
        Assert.That(text, Does.Contain("b/c/app.rs:7  inner(x);").And.Contain("add rax, rbx").And.Contain("No source line is known of 20.00 % of its samples."));
        Assert.That(text, Does.Not.Contain("Callers"));
    }
}
