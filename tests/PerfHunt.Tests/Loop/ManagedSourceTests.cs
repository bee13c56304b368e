using PerfHunt.Loop;

namespace PerfHunt.Tests.Loop;

public sealed class ManagedSourceTests
{
    private const string Text = """
        namespace Space;

        public class Other
        {
            int Sum(int a) => Count(a);
        }

        public sealed record struct Type<T>
        {
            private int total = Count(1);

            public int Twice(int a)
            {
                return Count(a) * 2;
            }

            internal static System.Collections.Generic.List<int> Count<T>(T a)
            {
            }
        }
        """;

    [TestCase("Type", "Count", 17)]
    [TestCase("Type", "Twice", 12)]
    [TestCase("Other", "Sum", 5)]
    [TestCase("Type", "Sum", null)]
    [TestCase("Third", "Sum", null)]
    public void A_declaration_is_told_from_calls(string type, string method, int? line) => Assert.That(ManagedSource.LineOf(Text, type, method), Is.EqualTo(line));

    [TestCase("Space.Type`1[System.__Canon]::Count[System.Int32](int32)", 17)]
    [TestCase("Space.Other+<>c::<Sum>b__0_0(int32)", 5)]
    [TestCase("Space.Other::<Main>g__Sum|0_0(int32)", 5)]
    [TestCase("main", null)]
    public void The_source_is_found_by_the_name_in_a_profile(string function, int? line)
    {
        var root = Directory.CreateTempSubdirectory("perfhunt-managed-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "src", "obj"));
            File.WriteAllText(Path.Combine(root, "src", "obj", "Made.cs"), Text);
            File.WriteAllText(Path.Combine(root, "src", "Some.cs"), Text);

            var found = ManagedSource.Find(root, "src", function);

            Assert.That((found?.File, found?.Text.Contains("Sum", StringComparison.Ordinal)), line is null ? Is.EqualTo(((string?)null, (bool?)null)) : Is.EqualTo(("src/Some.cs", line == 5)));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
