using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using NJsonSchema;
using PerfHunt.Configuration;

namespace PerfHunt.Tests.Configuration;

public sealed class ConfigSchemaTests
{
    private static readonly string SchemaText = File.ReadAllText(RepositoryRoot.File("schemas", "perfhunt.schema.json"));

    [Test]
    public void Schema_loader_and_records_have_the_same_keys()
    {
        var report = new ConfigReport("test");
        ConfigLoader.Parse(ConfigTexts.Full, "/repository/perfhunt.json", report);
        var schema = JObject.Parse(SchemaText);
        var keysOfSchema = KeysOfSchema(schema, schema, "").Where(key => key is not (ConfigLoader.SchemaKey or ConfigLoader.ExtendsKey));

        Assert.That(report.Keys.Except([ConfigLoader.SchemaKey, ConfigLoader.ExtendsKey]), Is.EquivalentTo(KeysOfRecord(typeof(HuntConfig), "")));
        Assert.That(keysOfSchema.Distinct(), Is.EquivalentTo(KeysOfRecord(typeof(HuntConfig), "")));
    }

    [Test]
    public void The_defaults_in_the_schema_are_those_of_the_records()
    {
        var settings = new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver() };
        var records = JObject.FromObject(ConfigTexts.Parse(ConfigTexts.Minimal).Value!, JsonSerializer.Create(settings));
        var defaults = JObject.Parse(SchemaText).Descendants().OfType<JProperty>().Where(property => property.Name == "default").ToList();

        Assert.That(defaults, Has.Count.GreaterThan(20));
        Assert.Multiple(() =>
        {
            foreach (var property in defaults)
            {
                var path = property.Path.Replace("properties.", "", StringComparison.Ordinal).Replace(".default", "", StringComparison.Ordinal);
                Assert.That(Plain(records.SelectToken(path)), Is.EqualTo(Plain(property.Value)), path);
            }
        });
    }

    [Test]
    public async Task The_schema_accepts_every_configuration_that_the_loader_accepts()
    {
        var schema = await JsonSchema.FromJsonAsync(SchemaText);

        Assert.That(schema.Validate(JObject.Parse(ConfigTexts.Full)).Select(e => e.ToString()), Is.Empty);
        Assert.That(schema.Validate(JObject.Parse(ConfigTexts.Minimal)).Select(e => e.ToString()), Is.Empty);
        foreach (var (text, place) in Variants())
        {
            var isLoaded = ConfigTexts.Parse(text).Succeeded;
            Assert.That(!isLoaded || schema.Validate(JObject.Parse(text)).Count == 0, $"the loader accepts {place}, the schema does not");
        }
    }

    [TestCase("build.timeLimitMinutes", "0")]
    [TestCase("patch.maxFiles", "0")]
    [TestCase("perf.callGraph", "\"lbr\"")]
    [TestCase("perf.unknown", "1")]
    [TestCase("build.binary", "\"../x\"")]
    [TestCase("check", "[\"just\"]")]
    [TestCase("suite.workloads", "[\"a:1:full:0:1\"]")]
    public async Task The_schema_refuses_common_mistakes(string key, string value)
    {
        var schema = await JsonSchema.FromJsonAsync(SchemaText);

        Assert.That(schema.Validate(JObject.Parse(ConfigTexts.With(key, value))), Is.Not.Empty);
    }

    private static IEnumerable<(string Text, string Place)> Variants()
    {
        string[] values = ["null", "true", "-1", "0", "2", "1.5", "150", "\"\"", "\".\"", "\"x\"", "\"a/../b\"", "[]", "{}"];
        var places = JObject.Parse(ConfigTexts.Full).Descendants().OfType<JValue>().Select(value => value.Path);
        foreach (var (place, value) in from place in places.ToList() from value in values select (place, value))
        {
            var root = JObject.Parse(ConfigTexts.Full);
            root.SelectToken(place)!.Replace(JToken.Parse(value));
            yield return (root.ToString(), $"{value} at {place}");
        }
    }

    private static string? Plain(JToken? token) =>
        token is JValue { Value: double or long } number ? number.Value<double>().ToString(CultureInfo.InvariantCulture) : token?.ToString();

    private static IEnumerable<string> KeysOfRecord(Type type, string path)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => IsConfigured(type, property)))
        {
            var key = path + CamelCase(property.Name);
            yield return key;
            foreach (var below in Nested(property.PropertyType) is { } nested ? KeysOfRecord(nested.Type, $"{key}{nested.Suffix}.") : [])
            {
                yield return below;
            }
        }
    }

    // Properties that can be set are configured; derived ones (Spec, IsGenerated) are not.
    private static bool IsConfigured(Type type, PropertyInfo property) => type != typeof(CommandLine) && property.SetMethod is not null;

    private static (Type Type, string Suffix)? Nested(Type type)
    {
        var isArray = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
        var inner = isArray ? type.GetGenericArguments()[0] : type;
        var isRecord = inner.Namespace == typeof(HuntConfig).Namespace && inner != typeof(CommandLine) && !typeof(IEnumerable).IsAssignableFrom(inner);
        return isRecord ? (inner, isArray ? "[]" : "") : null;
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static IEnumerable<string> KeysOfSchema(JObject root, JToken schema, string path)
    {
        schema = schema["$ref"] is { } reference ? root.SelectToken(reference.Value<string>()![2..].Replace('/', '.'))! : schema;
        var own = (schema["properties"] as JObject)?.Properties() ?? [];
        var here = own.SelectMany(property => KeysOfSchema(root, property.Value, $"{path}{property.Name}.").Prepend($"{path}{property.Name}"));
        var items = schema["items"] is { } item ? KeysOfSchema(root, item, $"{path.TrimEnd('.')}[].") : [];
        var choices = schema["anyOf"]?.SelectMany(choice => KeysOfSchema(root, choice, path)) ?? [];
        return here.Concat(items).Concat(choices);
    }
}
