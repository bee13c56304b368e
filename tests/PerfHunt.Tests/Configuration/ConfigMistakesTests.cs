namespace PerfHunt.Tests.Configuration;

public sealed class ConfigMistakesTests
{
    [TestCase("name", "\"a b\"", "name: expected a name")]
    [TestCase("name", "null", "name: expected a name")]
    [TestCase("check", "\"just check\"", "check: expected an array of commands")]
    [TestCase("check", "[\"just\", \"check\"]", "check[0]: expected a command as an array of words")]
    [TestCase("check", "[[]]", "check[0]: expected a command")]
    [TestCase("check", "[[\" \"]]", "check[0]: expected a command")]
    [TestCase("check", "[[\"a\\u0000\"]]", "check[0][0]: expected a text without NUL")]
    [TestCase("build.binary", "\"/usr/bin/vole\"", "build.binary: expected a relative path without '..'")]
    [TestCase("build.keep", "[\"a/../..\"]", "build.keep[0]: expected a relative path without '..'")]
    [TestCase("build.environment", "{ \"A=B\": \"x\" }", "build.environment: expected names of variables")]
    [TestCase("build.environment", "{ \"A\": 1 }", "build.environment.A: expected a text")]
    [TestCase("build.environment", "[]", "build.environment: expected an object of texts")]
    [TestCase("build.inPlace", "\"yes\"", "build.inPlace: expected true or false")]
    [TestCase("build.timeLimitMinutes", "0", "build.timeLimitMinutes: expected a number above 0")]
    [TestCase("build.timeLimitMinutes", "1e999", "build.timeLimitMinutes: expected a number above 0")]
    [TestCase("build.timeLimitMinutes", "\"5\"", "build.timeLimitMinutes: expected a number above 0")]
    [TestCase("build", "7", "build: expected an object, found: 7")]
    [TestCase("generator", "null", "generator: missing; expected a generator, since the workload 'perf-full-1000' is a generated one")]
    [TestCase("suite.workloads", "[]", "suite.workloads: missing; expected at least one workload")]
    [TestCase("suite.workloads", "[7]", "suite.workloads[0]: expected a spec")]
    [TestCase("suite.workloads", "[\"a:1:b:2:3\", \"a:1:b:2:3\"]", "suite.workloads[1]: the name 'a' is taken")]
    [TestCase("suite.workloads", "[{\"name\": \"a\"}]", "suite.workloads[0].command: missing; expected a command, or all of")]
    [TestCase("suite.workloads", "[{\"name\": \"a\", \"command\": [\"true\"]}]", "suite.workloads[0].command: must use {binary} or {tree}")]
    [TestCase("suite.workloads", "[{\"name\": \"a\", \"command\": [\"{binary}\"], \"seed\": 1}]", "suite.workloads[0].seed: belongs to a generated workload")]
    [TestCase("suite.workloads", "[{\"nam\": \"a\", \"command\": [\"{binary}\"]}]", "suite.workloads[0].nam: unknown key; did you mean 'name'?")]
    [TestCase("suite.growth", "1", "suite.growth: expected a number above 1")]
    [TestCase("run.command", "[\"vole\"]", "run.command: must use {binary} or {tree}")]
    [TestCase("run.command", "[\"{binary}\", \"{worklod}/\"]", "run.command: there is no placeholder {worklod}; did you mean {workload}?")]
    [TestCase("run.ignoreOutput", "[\"(\"]", "run.ignoreOutput[0]: expected a regular expression, found: \"(\"")]
    [TestCase("run.timeLimitSecond", "5", "run.timeLimitSecond: unknown key; did you mean 'timeLimitSeconds'?")]
    [TestCase("run.zzz", "5", "run.zzz: unknown key; known here: command, ignoreOutput, environment, timeLimitSeconds")]
    [TestCase("ownCode", "[{\"prefix\": \"a\", \"crate\": \"a\"}]", "ownCode[0].folder: missing")]
    [TestCase("ownCode", "[{\"prefix\":\"\",\"crate\":\"a\",\"folder\":\".\"},{\"prefix\":\"\",\"crate\":\"b\",\"folder\":\".\"}]", "ownCode[1]: the prefix '' is taken")]
    [TestCase("noiseFunctions", "[\" \"]", "noiseFunctions[0]: expected a text that is not empty")]
    [TestCase("patch.allow", "[\"/src/**\"]", "patch.allow[0]: expected")]
    [TestCase("patch.maxFiles", "0", "patch.maxFiles: expected a whole number of at least 1")]
    [TestCase("patch.maxFiles", "1.5", "patch.maxFiles: expected a whole number of at least 1")]
    [TestCase("investigator.kind", "\"magic\"", "investigator.kind: expected \"patches\" or \"command\" or \"manual\", found: \"magic\"")]
    [TestCase("investigator.command", "null", "investigator.command: missing")]
    [TestCase("investigator", "{ \"kind\": \"patches\" }", "investigator.patches: missing")]
    [TestCase("investigator.limitExitCodes", "[0]", "investigator.limitExitCodes[0]: expected a whole number of at least 1")]
    [TestCase("investigator.environment", "[\"A-B\"]", "investigator.environment[0]: expected a variable's name")]
    [TestCase("investigator.attempts", "0", "investigator.attempts: expected a whole number of at least 1")]
    [TestCase("thresholds.selfPercent", "-1", "thresholds.selfPercent: expected a number of at least 0 and at most 100")]
    [TestCase("thresholds.suspiciousSpeedup", "1", "thresholds.suspiciousSpeedup: expected a number above 1")]
    [TestCase("thresholds.maxRounds", "1", "thresholds.maxRounds: expected a whole number of at least 2")]
    [TestCase("perf.frequencyHz", "1000000", "perf.frequencyHz: expected a whole number of at least 1 and at most 100000")]
    [TestCase("perf.event", "\"a b\"", "perf.event: expected")]
    [TestCase("perf.callGraph", "\"lbr\"", "perf.callGraph: expected \"none\" or \"fp\" or \"dwarf\"")]
    [TestCase("branch", "\"a..b\"", "branch: expected a branch name")]
    [TestCase("branch", "\"-x\"", "branch: expected a branch name")]
    [TestCase("branch", "\"a.lock/b\"", "branch: expected a branch name")]
    [TestCase("paths.state", "\".hunt/journal.md\"", "paths.journal: must not be the state file")]
    [TestCase("paths.state", "\"/tmp/state\"", "paths.state: expected a relative path")]
    public void Each_mistake_names_its_key_and_what_was_expected(string key, string value, string message)
    {
        var error = ConfigTexts.Parse(ConfigTexts.With(key, value)).Error!;

        Assert.That(error.ToString(), Does.Match(@"^/repository/perfhunt\.json:\d+: ").And.Contain(message));
    }

    [TestCase("name")]
    [TestCase("build")]
    [TestCase("build.commands")]
    [TestCase("build.binary")]
    [TestCase("generator.command")]
    [TestCase("suite")]
    [TestCase("suite.workloads")]
    [TestCase("run")]
    [TestCase("run.command")]
    public void A_required_key_that_is_missing_is_named(string key) =>
        Assert.That(ConfigTexts.Parse(ConfigTexts.Without(key)).Error!.Problem, Does.StartWith($"{key}: missing; expected"));

    [Test]
    public void A_message_carries_no_control_characters_of_the_file() =>
        Assert.That(
            ConfigTexts.Parse(ConfigTexts.With("name", "\"a\\u001b[31m\"")).Error!.ToString(),
            Has.None.Matches<char>(char.IsControl));
}
