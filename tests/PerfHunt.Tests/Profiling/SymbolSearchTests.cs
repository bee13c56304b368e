using PerfHunt.Profiling;

namespace PerfHunt.Tests.Profiling;

public sealed class SymbolSearchTests
{
    private static readonly string[] Names = ["app::find", "app::find_all", "std::sort<app::find>(int)", "work::Series<int>::middle()", "words_find"];

    [TestCase("app::find", "app::find", TestName = "The_whole_name_is_clear_although_others_begin_with_it")]
    [TestCase("find", "app::find", TestName = "The_last_part_of_a_name_comes_before_a_part_in_the_middle")]
    [TestCase("middle", "work::Series<int>::middle()", TestName = "Parameters_need_not_be_written")]
    [TestCase("FIND_A", "app::find_all", TestName = "Letter_case_does_not_matter")]
    public void A_text_means_a_function(string text, string expected) => Assert.That(SymbolSearch.Find(Names, text), Is.EqualTo(new[] { expected }));

    [Test]
    public void An_unclear_part_gives_all_in_their_order() => Assert.That(SymbolSearch.Find(Names, "app"), Is.EqualTo(Names[..3]));

    [Test]
    public void A_name_that_is_not_there_gives_none() => Assert.That(SymbolSearch.Find(Names, "nothing"), Is.Empty);
}
