using System.Collections.Immutable;
using PerfHunt.Processes;

namespace PerfHunt.Tests.Processes;

public sealed class ChildEnvironmentTests
{
    [TestCase("GITHUB_TOKEN")]
    [TestCase("SSH_AUTH_SOCK")]
    [TestCase("AWS_SECRET_ACCESS_KEY")]
    [TestCase("MY_API_KEY")]
    [TestCase("CARGO_REGISTRY_TOKEN")]
    [TestCase("GIT_DIR")]
    [TestCase("LD_PRELOAD")]
    public void Secrets_and_steering_variables_stay_here(string name) =>
        Assert.That(Of((name, "canary")), Does.Not.ContainKey(name));

    [TestCase("PATH", "/bin")]
    [TestCase("HOME", "/home/a")]
    [TestCase("CARGO_HOME", "/c")]
    [TestCase("https_proxy", "http://proxy:80")]
    public void What_builds_need_goes_on(string name, string value) => Assert.That(Of((name, value))[name], Is.EqualTo(value));

    [Test]
    public void A_proxy_with_a_password_stays_here() =>
        Assert.That(Of(("https_proxy", "http://me:secret@proxy:80")), Does.Not.ContainKey("https_proxy"));

    [Test]
    public void The_language_is_fixed() => Assert.That(Of(("LANG", "de_DE"))["LANG"], Is.EqualTo("C.UTF-8"));

    private static ImmutableSortedDictionary<string, string> Of(params (string Name, string Value)[] variables) =>
        ChildEnvironment.From(variables.ToDictionary(pair => pair.Name, pair => pair.Value));
}
