using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PerfHunt.Investigation;

/// <summary>A kind of text that a patch may add.</summary>
/// <param name="Code">Its code in records and in <c>patch.tolerate</c>.</param>
/// <param name="Sentence">What it is in words, to stand before the place.</param>
/// <param name="IsRefused">True when a change with it is not taken; false when it is only shown.</param>
/// <param name="Pattern">How it looks in C, C++, Rust, C#, Go or Python.</param>
public sealed record LintRule(string Code, string Sentence, bool IsRefused, Regex Pattern)
{
    /// <summary>Code of a change to a file that says how the program is built.</summary>
    public const string BuildSettings = "build-settings";

    /// <summary>Code of a text that names a workload.</summary>
    public const string NamesWorkload = "names-workload";

    /// <summary>
    /// Characters that hide what a line says from whoever reads it: controls, direction marks and what has no width ("Trojan Source",
    /// CVE-2021-42574). Looked for in comments and strings, too.
    /// </summary>
    public static LintRule HiddenCharacters { get; } =
        Refused("hidden-characters", "Holds characters that do not show", @"[\x00-\x08\x0B\x0E-\x1F\x7F-\x9F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]");

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>The rules over added lines.</summary>
    public static ImmutableArray<LintRule> All { get; } =
    [
        Refused("early-exit", "Ends the process as if all were done",
            @"\b(_exit|quick_exit|_Exit|exit)\s*\(\s*(0|EXIT_SUCCESS)\s*\)|process::exit\s*\(\s*0|os\._exit|sys\.exit\s*\(\s*0?\s*\)|Environment\.Exit|os\.Exit\s*\(\s*0"),
        Refused("environment-lookup", "Looks at the environment or at the machine",
            @"\b(secure_)?getenv\s*\(|\benv::(var|vars|var_os|vars_os|args|args_os|current_exe)\b|\b(option_)?env!\s*\(|os\.(environ|getenv|Getenv|LookupEnv)|GetEnvironmentVariable|\benviron\b|/proc/|program_invocation"),
        Refused("clock", "Reads a clock",
            @"clock_gettime|gettimeofday|\bInstant::now|\bSystemTime::now|__rdtsc|\b_rdtsc|\btime\s*\(\s*(NULL|0|nullptr)\s*\)|(steady|system|high_resolution)_clock|\bStopwatch\b|\bclock\s*\(\s*\)|time\.(time|perf_counter|monotonic)\s*\(|time\.Now"),
        Refused("disk-cache", "Writes files or keeps memory that outlives the process",
            "fopen\\s*\\(.*,\\s*\"r?[wa+]|\\bO_CREAT\\b|\\bcreat\\s*\\(|\\bmkdir(at)?\\s*\\(|\\bFile::create|\\bOpenOptions\\b|\\bfs::(write|create_dir|rename|copy|hard_link)|\\bofstream\\b|\\bshm_open\\b|\\bshmget\\b|\"/(tmp|var|home|root|dev/shm)\\b|File\\.(Write|Create|Append|Open)|os\\.(Create|WriteFile|OpenFile)"),
        Refused("foreign-program", "Starts another program, or loads code at run time",
            @"(^|[^\w.>])system\s*\(|\bpopen\s*\(|\bexec(l|le|lp|v|ve|vp|vpe|veat)\s*\(|\bposix_spawnp?\b|\bdlopen\s*\(|\bCommand::new\b|Process\.Start\b|ProcessStartInfo|\bsubprocess\.|os\.(popen|exec\w*|spawn\w*)\s*\(|\bexec\.Command\b"),
        Refused("network", "Uses the network",
            @"\bsocket\s*\(|\bgetaddrinfo\s*\(|\b(Tcp|Unix)(Stream|Listener)\b|\b(Udp|Unix)(Socket|Datagram|Client)\b|\bTcpClient\b|\bHttpClient\b|\bnet\.Dial|\burllib\b"),
        Refused("outside-file", "Builds a file from outside of the tree in",
            "#\\s*(include|embed)\\s*[\"<]/|\\binclude(_str|_bytes)?!\\s*\\(\\s*r?#?\"/|#\\s*\\[\\s*path\\s*=\\s*\"/|\\.incbin"),
        Shown("unsafe", "Adds unsafe code", @"\bunsafe\b"),
        Shown("threads", "Adds threads or processes",
            @"pthread_create|\bstd::j?thread\b|\bthread::(spawn|scope)|\brayon\b|\bpar_iter|\bfork\s*\(|#\s*pragma\s+omp|\bstd::async\b|Task\.Run|\bParallel\."),
        Shown("compiler-directive", "Steers the compiler",
            @"#\s*pragma\s+(GCC|clang)\s+(optimize|push_options)|__attribute__\s*\(\s*\(.*(optimize|target)|target_feature|#!\[feature|\b__asm|\basm!?\s*[(v]"),
    ];

    private static LintRule Refused(string code, string sentence, string pattern) => new(code, sentence, true, new Regex(pattern, Options));

    private static LintRule Shown(string code, string sentence, string pattern) => new(code, sentence, false, new Regex(pattern, Options));
}
