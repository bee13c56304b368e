using PerfHunt.Build.Hosting;

namespace PerfHunt.EndToEnd.Tests.Presets;

/// <summary>
/// A stand-in for the repository of the Vole compiler: the shipped sample with Vole's names, folders and recipes. The generator has
/// Vole's arguments and profiles already, and prints the folder that it wrote.
/// </summary>
internal static class VoleWorkspace
{
    private const string Recipes = """
        check:
            cargo check --quiet --locked --offline --workspace

        pre-commit:
            sed -i 's/[[:space:]]*$//' src/crates/*/src/*.rs src/crates/*/src/*/*.rs
            cargo test --quiet --locked --offline -p vole-sema -p vole

        """;

    /// <summary>Writes the workspace.</summary>
    public static void Make(string folder)
    {
        foreach (var top in (string[])["crates", "tests", ".cargo"])
        {
            Copy(Path.Combine(OwnRepository.Sample, top), Path.Combine(folder, top == "crates" ? "src/crates" : top));
        }

        foreach (var file in (string[])["Cargo.toml", "Cargo.lock", ".gitignore"])
        {
            CopyFile(Path.Combine(OwnRepository.Sample, file), folder);
        }

        File.WriteAllText(Path.Combine(folder, "justfile"), Recipes);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            CopyFile(file, to);
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Renamed(Path.GetFileName(folder))));
        }
    }

    private static void CopyFile(string file, string to) => File.WriteAllText(Path.Combine(to, Renamed(Path.GetFileName(file))), Renamed(File.ReadAllText(file)));

    private static string Renamed(string text) => text
        .Replace("mole", "vole", StringComparison.Ordinal)
        .Replace("\"crates/", "\"src/crates/", StringComparison.Ordinal)
        .Replace("../../tests/lang", "../../../tests/lang", StringComparison.Ordinal);
}
