using FsCheck;
using FsCheck.Fluent;
using Newtonsoft.Json.Linq;
using PerfHunt.State;

namespace PerfHunt.Tests.State;

public sealed class StateTextTests
{
    private static readonly string Original = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "State", "Golden", "original.json"));

    [Test]
    public void A_file_of_the_original_tool_is_read()
    {
        var state = StateText.Read(Original, "state").Value!;

        Assert.Multiple(() =>
        {
            Assert.That((state.MaxIterations, state.Iteration, state.SuiteGeneration), Is.EqualTo((10, 3, 1)));
            Assert.That(state.BenchmarkSuite.Workloads[1].ModulesPerLayer, Is.EqualTo(25));
            Assert.That(state.Baseline.Timings["perf-full-1000"], Is.EqualTo(54.056));
            Assert.That(state.Candidates.Single().ByWorkload["perf-full-1000"], Is.EqualTo(3.18));
            Assert.That(state.Investigated.Select(entry => entry.TicketId), Is.EqualTo(new[] { "vol-t6xm", null }));
            Assert.That(state.CurrentHotspot!.Function, Is.EqualTo("vole_sema::example::hot_function"));
            Assert.That((state.Phase, state.Hunt), Is.EqualTo((Phase.Uninitialized, (HuntRecord?)null)));
        });
    }

    [Test]
    public void Every_field_of_the_original_tool_is_written_back_as_it_was()
    {
        var before = JObject.Parse(Original);
        var after = JObject.Parse(StateText.Write(StateText.Read(Original, "state").Value!));
        before["current_hotspot"] = new JObject { ["function"] = before["current_hotspot"] };
        before["investigated"]![1]!["notes"] = "";

        AssertHolds(after, before);
    }

    [Test]
    public void A_state_survives_being_written_and_read()
    {
        var text = StateText.Write(SampleState.Full);

        Assert.That(StateText.Write(StateText.Read(text, "state").Value!), Is.EqualTo(text));
        Assert.That(text, Does.Contain("\"phase\": \"Investigated\"").And.Contain("\"samples_pct_before\": 4.2").And.EndWith("}\n"));
    }

    [Test]
    public void Fields_that_we_do_not_know_are_kept_on_every_level()
    {
        var json = JObject.Parse(StateText.Write(SampleState.Full));
        string[] maps = ["timings", "by_workload", "builds", "timeline", "Verify", "pair_sd", "cpu_seconds", "resources"];
        var objects = json.DescendantsAndSelf().OfType<JObject>().Where(item => !maps.Contains((item.Parent as JProperty)?.Name)).ToList();
        foreach (var item in objects)
        {
            item["x_unknown"] = JToken.Parse("""{ "when": "2026-01-02T03:04:05Z", "list": [1, 2.5, null, true], "none": null }""");
        }

        var after = JObject.Parse(StateText.Write(StateText.Read(json.ToString(), "state").Value!));

        Assert.That(objects, Has.Count.GreaterThan(15));
        Assert.That(JToken.DeepEquals(after, json), after.ToString());
    }

    [Test]
    public void No_beginning_of_a_file_is_taken_for_the_whole()
    {
        var text = StateText.Write(SampleState.Full).TrimEnd();
        for (var length = 0; length < text.Length; length++)
        {
            Assert.That(StateText.Read(text[..length], "state").Succeeded, Is.False, $"cut after {length} characters");
        }
    }

    [TestCase("iteration", "\"three\"", "iteration: expected a whole number")]
    [TestCase("max_iterations", "null", "max_iterations: expected a whole number")]
    [TestCase("phase", "\"Dreaming\"", "phase: this kind of value does not belong here: \"Dreaming\"")]
    [TestCase("phase", "3", "phase: this kind of value does not belong here: 3")]
    [TestCase("candidates", "7", "candidates: this kind of value does not belong here: 7")]
    [TestCase("candidates", "[null]", "candidates[0]: expected an object, found: null")]
    [TestCase("baseline.timings", "{ \"a\": \"x\" }", "baseline.timings.a: this kind of value does not belong here: \"x\"")]
    [TestCase("hunt.baseline_slot", "\"../c\"", "hunt.baseline_slot: expected \"a\" or \"b\", found: \"../c\"")]
    [TestCase("hunt.builds.a", "null", "hunt.builds.a: expected an object, found: null")]
    [TestCase("schema_version", "2", "schema_version: this PerfHunt reads versions up to 1, found: 2")]
    [TestCase("schema_version", "\"1\"", "schema_version: expected a whole number: \"1\"")]
    [TestCase("iteration", "99999999999999999999", "iteration: this kind of value does not belong here: 99999999999999999999")]
    [TestCase("current_hotspot", "[]", "current_hotspot: this kind of value does not belong here")]
    public void What_is_damaged_is_located(string path, string value, string message)
    {
        var json = JObject.Parse(StateText.Write(SampleState.Full));
        json.SelectToken(path)!.Replace(JToken.Parse(value));

        var error = StateText.Read(json.ToString(), "state.json").Error!;

        Assert.That(error.ToString(), Does.Match(@"^state\.json:\d+: ").And.Contain(message));
    }

    [Test]
    public void No_value_anywhere_makes_the_reader_throw()
    {
        string[] values = ["null", "true", "-1", "1.5", "1e400", "1e100", "9999999999", "99999999999999999999", "\"x\"", "[]", "[null]", "{}", "{\"x\":null}"];
        var whole = JObject.Parse(StateText.Write(SampleState.Full));
        var places = whole.Descendants().OfType<JValue>().Select(value => value.Path).ToList();
        foreach (var (place, value) in from place in places from value in values select (place, value))
        {
            var json = (JObject)whole.DeepClone();
            json.SelectToken(place)!.Replace(JToken.Parse(value));
            var result = StateText.Read(json.ToString(), "state");
            Assert.That(result.Succeeded || result.Error.Problem.Length > 0, $"{value} at {place}");
            Assert.That(!result.Succeeded || StateText.Read(StateText.Write(result.Value), "state").Succeeded, $"{value} at {place} is read once but not again");
        }
    }

    [Test]
    public void No_text_makes_the_reader_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => !StateText.Read(text ?? "", "state").Succeeded).QuickCheckThrowOnFailure();

    [Test]
    public void Any_note_survives_being_written_and_read() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), note =>
        {
            var state = SampleState.Full with { Investigated = [SampleState.Full.Investigated[0] with { Notes = note.Get }] };
            return StateText.Read(StateText.Write(state), "state").Value!.Investigated[0].Notes == note.Get;
        }).QuickCheckThrowOnFailure();

    private static void AssertHolds(JObject actual, JObject expected)
    {
        foreach (var leaf in expected.Descendants().OfType<JValue>())
        {
            Assert.That(JToken.DeepEquals(actual.SelectToken(leaf.Path), leaf), $"{leaf.Path}: {actual.SelectToken(leaf.Path)}, not {leaf}");
        }
    }
}
