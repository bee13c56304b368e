namespace PerfHunt.Build.Arguments;

/// <summary>All arguments of our own, in the order in which help texts list them. The README's table is made from it.</summary>
public static class ArgumentTable
{
    // More iterations than anybody runs in one go; a larger number is a typing mistake.
    private const int MostIterations = 10_000;

    // Each wants a clone, and in the end a measurement of its own.
    private const int MostAttempts = 64;

    // A week.
    private const int MostMinutes = 7 * 24 * 60;

    /// <summary>How many hotspots to hunt at the most.</summary>
    public static Argument Iterations { get; } = new("iterations", ArgumentKind.Number, "N", "10", "hotspots", "How many hotspots to take on at the most")
    {
        Minimum = 1,
        Maximum = MostIterations,
    };

    /// <summary>The repository to hunt in.</summary>
    public static Argument Repository { get; } = new("repository", ArgumentKind.Text, "DIR", "the shipped sample; for the installed tool the repository that it is called from", "", "The git repository to hunt in; it is only read, commits go to a branch of their own");

    /// <summary>The hunt's configuration.</summary>
    public static Argument Config { get; } = new("config", ArgumentKind.Text, "FILE", "perfhunt.json in the repository", "", "How the program is built, checked and run");

    /// <summary>Where the hunt keeps its checkouts.</summary>
    public static Argument Workspace { get; } = new("workspace", ArgumentKind.Text, "DIR", "artifacts/hunt for the sample, else a folder in the user's cache", "", "Where checkouts, builds, workloads and recordings are kept");

    /// <summary>The seed of everything random.</summary>
    public static Argument Seed { get; } = new("seed", ArgumentKind.Number, "N", "1", "", "The seed of all that is random in the hunt; the same seed, the same decisions");

    /// <summary>Workloads to generate.</summary>
    public static Argument Specs { get; } = new("specs", ArgumentKind.Text, "SPEC[,SPEC...]", "the configured suite", "", "Workloads to generate, each as name:seed:profile:layers:modules_per_layer");

    /// <summary>Workloads to profile.</summary>
    public static Argument Workloads { get; } = new("workloads", ArgumentKind.Text, "NAME[,NAME...]", "the whole suite", "", "Workloads to profile or to look at");

    /// <summary>The function to explain.</summary>
    public static Argument Symbol { get; } = new("symbol", ArgumentKind.Text, "NAME", "none", "", "The function that --target=Explain or Annotate is about, or a part of its name that no other has");

    /// <summary>What candidates are ranked by.</summary>
    public static Argument RankBy { get; } = new("rank-by", ArgumentKind.Choice, "physical|inlined", "what the hunt has, else physical", "", "Ranks by functions as they were compiled, or as they were written before inlining; pages and exports show stacks so too");

    /// <summary>Recordings to look at.</summary>
    public static Argument Recording { get; } = new("recording", ArgumentKind.Text, "FILE", "the hunt's last profile round", "", "A recording of perf record to look at; given several times, they are taken together");

    /// <summary>The earlier recording of a comparison.</summary>
    public static Argument Before { get; } = new("before", ArgumentKind.Text, "FILE", "the hunt's start", "", "The earlier recording for --target=FlameDiff");

    /// <summary>The later recording of a comparison.</summary>
    public static Argument After { get; } = new("after", ArgumentKind.Text, "FILE", "the hunt's last profile round", "", "The later recording for --target=FlameDiff");

    /// <summary>Where a page or an export goes.</summary>
    public static Argument Output { get; } = new("output", ArgumentKind.Text, "FILE", "beside the recording, or reports in the workspace", "", "Where the page or file that is made from recordings goes");

    /// <summary>The form of an export.</summary>
    public static Argument ExportFormat { get; } = new("export-format", ArgumentKind.Choice, "folded|speedscope|pprof|firefox", "speedscope", "", "The form in which --target=Export writes a profile");

    /// <summary>The revision that is compared with.</summary>
    public static Argument Base { get; } = new("base", ArgumentKind.Text, "REV", "none", "", "The revision that --target=Compare compares with");

    /// <summary>The revision that is judged.</summary>
    public static Argument With { get; } = new("with", ArgumentKind.Text, "REV", "HEAD", "", "The revision that --target=Compare judges");

    /// <summary>What is compared.</summary>
    public static Argument Metric { get; } = new("metric", ArgumentKind.Choice, "cpu|wall|instructions|callgrind", "cpu", "", "What is compared: CPU time, elapsed time, or instructions by the processor's counters or by valgrind");

    /// <summary>How it is measured.</summary>
    public static Argument Mode { get; } = new("mode", ArgumentKind.Choice, "duet|solo", "by what the program uses", "", "Measures CPU time with both sides together on one processor, or one after the other");

    /// <summary>Whether each commit's share is measured.</summary>
    public static Argument LeaveOneOut { get; } = new("leave-one-out", ArgumentKind.Flag, "", "off", "", "Measures at the end of a hunt what each commit contributes, and takes back one whose gain has vanished");

    /// <summary>The history's file.</summary>
    public static Argument History { get; } = new("history", ArgumentKind.Text, "FILE", "paths.history", "", "The file that every measuring round is added to, and that --target=Trend reads");

    /// <summary>The form of the result on stdout.</summary>
    public static Argument Format { get; } = new("format", ArgumentKind.Choice, "text|json", "text", "", "json prints the result alone on stdout, all else on stderr");

    /// <summary>The completion promise.</summary>
    public static Argument Promise { get; } = new("promise", ArgumentKind.OptionalText, "TEXT", "off", "", "Ends stdout with a promise line, for a loop driver, when the hunt is over");

    /// <summary>The time after which no iteration begins.</summary>
    public static Argument TimeLimit { get; } = new("time-limit", ArgumentKind.Number, "MINUTES", "none", "minutes", "Begins no further iteration or attempt after this time")
    {
        Minimum = 1,
        Maximum = MostMinutes,
    };

    /// <summary>How long the investigator may work in the whole hunt.</summary>
    public static Argument MaxAgentMinutes { get; } = new("max-agent-minutes", ArgumentKind.Number, "MINUTES", "none", "minutes", "Ends the hunt in order once the investigator has worked that long in all")
    {
        Minimum = 1,
        Maximum = MostMinutes,
    };

    /// <summary>How many candidate changes are asked for at a time.</summary>
    public static Argument Attempts { get; } = new("attempts", ArgumentKind.Number, "N", "1", "", "Asks for N changes of each hotspot at a time, one clone each; the best verdict is committed")
    {
        Minimum = 1,
        Maximum = MostAttempts,
    };

    /// <summary>How many investigators may work at the same time.</summary>
    public static Argument Parallel { get; } = new("parallel", ArgumentKind.Number, "N", "one a processor", "", "How many investigators of --attempts work at the same time; nothing is measured meanwhile")
    {
        Minimum = 1,
        Maximum = MostAttempts,
    };

    /// <summary>The sandbox for the investigator's program.</summary>
    public static Argument Sandbox { get; } = new("sandbox", ArgumentKind.Choice, "none|bwrap", "investigator.sandbox", "", "Runs the investigator's program in bubblewrap: no network, read-only system, writable clone");

    /// <summary>Whether to install what is missing.</summary>
    public static Argument InstallPrerequisites { get; } = new("install-prerequisites", ArgumentKind.Flag, "", "off", "", "Runs the commands that install missing tools instead of only naming them");

    /// <summary>Whether to go on where a self-check says stop.</summary>
    public static Argument Force { get; } = new("force", ArgumentKind.Flag, "", "off", "", "Goes on also where the baseline, measured against itself, comes out different");

    /// <summary>Whether questions are answered by yes.</summary>
    public static Argument Yes { get; } = new("yes", ArgumentKind.Flag, "", "off", "", "Answers every question with yes");

    /// <summary>Which tests run.</summary>
    public static Argument TestFilter { get; } = new("test-filter", ArgumentKind.Text, "FILTER", "all but the soak", "", "The tests that --target=Test runs, in the form of dotnet test --filter");

    /// <summary>The table itself.</summary>
    public static IReadOnlyList<Argument> All { get; } =
    [
        Iterations, Repository, Config, Workspace, Seed, TimeLimit, MaxAgentMinutes, Attempts, Parallel, Sandbox, Specs, Workloads, Metric, Mode, LeaveOneOut,
        Base, With, History, Symbol, RankBy, Recording, Before, After, Output, ExportFormat, Format, Promise,
        InstallPrerequisites, Force, Yes, TestFilter,
    ];
}
