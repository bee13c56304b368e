namespace PerfHunt.Tests.Tidy;

/// <summary>Files are about one thing and methods are short, as docs describe the style.</summary>
public sealed class SizeTests
{
    private const int FileMedian = 80;
    private const int FileNinetieth = 200;
    private const int FileCap = 400;
    private const int MethodNinetieth = 25;
    private const int MethodCap = 60;
    private const long TrackedFileCapBytes = 300_000;

    [Test]
    public void Files_are_about_one_thing()
    {
        var lines = SourceFile.Product.Select(file => file.Lines).ToList();
        Assert.That(Percentile(lines, 50), Is.LessThanOrEqualTo(FileMedian), "median");
        Assert.That(Percentile(lines, 90), Is.LessThanOrEqualTo(FileNinetieth), "90th percentile");
    }

    [Test]
    public void No_file_is_over_the_cap() =>
        Assert.That(SourceFile.Product.Concat(SourceFile.Tests).Where(file => file.Lines > FileCap).Select(file => $"{file.Path}: {file.Lines}"), Is.Empty);

    [Test]
    public void Methods_are_short() =>
        Assert.That(Percentile(SourceFile.Product.SelectMany(file => file.Methods).Select(method => method.Lines), 90), Is.LessThanOrEqualTo(MethodNinetieth));

    [Test]
    public void No_method_is_over_the_cap() => Assert.That(
        SourceFile.Product.Concat(SourceFile.Tests).SelectMany(file => file.Methods).Where(method => method.Lines > MethodCap).Select(method => $"{method.Name}: {method.Lines}"),
        Is.Empty);

    [Test]
    public void No_tracked_file_is_large() => Assert.That(
        TrackedFiles.All.Where(path => RepositoryFiles.SizeBytes(path) > TrackedFileCapBytes).Select(path => $"{path}: {RepositoryFiles.SizeBytes(path)} bytes"),
        Is.Empty);

    private static int Percentile(IEnumerable<int> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted[(sorted.Count - 1) * percent / 100];
    }
}
