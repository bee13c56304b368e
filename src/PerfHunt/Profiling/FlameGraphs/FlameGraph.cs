using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using PerfHunt.Errors;

namespace PerfHunt.Profiling.FlameGraphs;

/// <summary>
/// Draws stacks as a page that needs nothing else: width is the share of samples, what is called lies below its caller. It can be
/// searched and zoomed, and may run no script but its own.
/// </summary>
public static class FlameGraph
{
    // A sample in a recording of a million, and sums over all nodes that still make a whole.
    private const int ShareDigits = 9;

    /// <summary>The page of one profile.</summary>
    /// <exception cref="HuntException">The profile has no stacks: it is not of our own reader.</exception>
    public static string Html(Profile profile)
    {
        var about = string.Create(CultureInfo.InvariantCulture, $"{profile.Samples} samples of {profile.Event}, {profile.LostSamples} lost, {profile.UnknownSamples} in no known function{Chains(profile)}. Recorded in {profile.Source}");
        return Page(Title(profile), about, FlameTree.Of(before: null, ProfileStacks.Of(profile)), isDifference: false);
    }

    /// <summary>The page of two profiles: drawn as it is now with what appeared in red, or as it was with what vanished in blue.</summary>
    /// <exception cref="HuntException">A profile has no stacks: it is not of our own reader.</exception>
    public static string DifferenceHtml(Profile before, Profile after)
    {
        var about = string.Create(
            CultureInfo.InvariantCulture, $"before: {before.Samples} samples of {before.Event}, after: {after.Samples} samples of {after.Event}; each side's shares are of its own total{Chains(after)}. Recorded in {before.Source} and {after.Source}");
        return Page($"{Title(after)}: before and after", about, FlameTree.Of(ProfileStacks.Of(before), ProfileStacks.Of(after)), isDifference: true);
    }

    private static string Chains(Profile profile) => profile.HasCallChains ? "" : "; recorded without callers (perf.callGraph)";

    private static string Title(Profile profile) => Path.GetFileName(profile.MainModule ?? profile.Source);

    private static string Page(string title, string about, FlameTree tree, bool isDifference)
    {
        var (script, style) = (Resource("flame.js"), Resource("flame.css"));
        var policy = $"default-src 'none'; script-src 'sha256-{Hash(script)}'; style-src 'unsafe-inline'";
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width">
            <title>{WebUtility.HtmlEncode(title)}</title>
            <style>{style}</style>
            </head>
            <body>
            <h1>{WebUtility.HtmlEncode(title)}</h1>
            <p>{WebUtility.HtmlEncode(about)}</p>
            <form role="search"><span id="views"></span><input id="search" type="search" placeholder="Search functions" aria-label="Search functions"><button id="reset" type="button">Reset</button><span id="matched" role="status"></span></form>
            <div id="legend"></div>
            <div id="graph"></div>
            <p id="about" role="status"></p>
            <script type="application/json" id="data">{Json(tree, isDifference)}</script>
            <script>{script}</script>
            </body>
            </html>

            """;
    }

    // Names come from the measured program: an angle bracket could end the element that holds them.
    private static string Json(FlameTree tree, bool isDifference) =>
        JsonConvert.SerializeObject(
            new
            {
                names = tree.Names,
                callers = tree.Callers,
                symbols = tree.Symbols,
                before = tree.Before.Select(share => Math.Round(share, ShareDigits)),
                after = tree.After.Select(share => Math.Round(share, ShareDigits)),
                isDifference,
            },
            new JsonSerializerSettings { StringEscapeHandling = StringEscapeHandling.EscapeHtml });

    private static string Hash(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    private static string Resource(string name)
    {
        using var stream = typeof(FlameGraph).Assembly.GetManifestResourceStream($"FlameGraphs/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
