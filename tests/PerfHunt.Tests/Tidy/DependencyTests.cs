namespace PerfHunt.Tests.Tidy;

/// <summary>Data flows one way through the library's folders, and the library stands on its own.</summary>
public sealed class DependencyTests
{
    // In the direction of the data; a folder refers only to folders before it.
    private static readonly string[] Order =
    [
        "Errors", "Files", "Processes", "Configuration", "SourceControl", "Workloads", "Profiling", "Hotspots", "Tickets", "State",
        "Investigation", "Verification", "Reporting", "Loop",
    ];

    private static IEnumerable<SourceFile> Library => SourceFile.Product.Where(file => file.Path.StartsWith("src/PerfHunt/", StringComparison.Ordinal));

    [Test]
    public void Every_folder_of_the_library_has_its_place_in_the_order() =>
        Assert.That(Library.Select(Folder).Distinct().Except(Order), Is.Empty);

    [Test]
    public void A_folder_refers_only_to_folders_before_it() =>
        Assert.That(Library.SelectMany(ForwardReferences), Is.Empty);

    [Test]
    public void The_namespace_of_a_file_begins_with_its_folder() => Assert.That(
        Library.Where(file => !Namespace(file).StartsWith($"PerfHunt.{Folder(file)}", StringComparison.Ordinal)).Select(file => file.Path),
        Is.Empty);

    [Test]
    public void The_library_knows_nothing_of_Cake() => Assert.That(
        Library.Where(file => file.Syntax.ToFullString().Contains("Cake", StringComparison.Ordinal)).Select(file => file.Path),
        Is.Empty);

    [Test]
    public void The_stand_in_knows_nothing_of_PerfHunt() => Assert.That(
        SourceFile.Product
            .Where(file => file.Path.StartsWith("src/Cake.Frosting/", StringComparison.Ordinal) && file.Syntax.ToFullString().Contains("PerfHunt", StringComparison.Ordinal))
            .Select(file => file.Path),
        Is.Empty);

    private static IEnumerable<string> ForwardReferences(SourceFile file)
    {
        var own = Array.IndexOf(Order, Folder(file));
        return file.QualifiedNames
            .Where(name => name.StartsWith("PerfHunt.", StringComparison.Ordinal))
            .Select(name => name.Split('.')[1])
            .Concat(file.RelativeTypeNames.Select(name => name.Split('.')[0]))
            .Distinct()
            .Where(folder => Array.IndexOf(Order, folder) > own)
            .Select(folder => $"{file.Path} refers to {folder}");
    }

    private static string Folder(SourceFile file) => file.Path.Split('/')[2];

    private static string Namespace(SourceFile file) =>
        file.Syntax.Members.OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "";
}
