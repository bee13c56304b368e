using PerfHunt.State;

namespace PerfHunt.Tests.State;

public sealed class NoiseItemTests
{
    [TestCase("`vole_sema::check`", "vole_sema::check")]
    [TestCase("`vole_sema::check` - always there", "vole_sema::check")]
    [TestCase("`a::b`, `c::d`: noise", "a::b", "c::d")]
    [TestCase("`a::b` and `c::d`", "a::b", "c::d")]
    [TestCase("``a`` (the allocator)", "a")]
    [TestCase("**`a::b`**: hot in every run", "a::b")]
    [TestCase("**a::b**: hot in every run", "a::b")]
    [TestCase("a::b::c", "a::b::c")]
    [TestCase("a::b: the allocator", "a::b")]
    [TestCase("a::b - the allocator", "a::b")]
    [TestCase("a::b \u2014 the allocator", "a::b")]
    [TestCase("a::b:", "a::b")]
    [TestCase("<a::B as c::D>::e - why", "<a::B as c::D>::e")]
    [TestCase("core::ptr::drop_in_place<alloc::vec::Vec<a::B, c>>", "core::ptr::drop_in_place<alloc::vec::Vec<a::B, c>>")]
    [TestCase("ns::operator*", "ns::operator*")]
    [TestCase("ns::operator-", "ns::operator-")]
    [TestCase("operator new(unsigned long)", "operator new(unsigned long)")]
    [TestCase("foo-bar", "foo-bar")]
    [TestCase("")]
    [TestCase(": nothing")]
    public void The_functions_that_an_item_names_are_read(string item, params string[] functions) =>
        Assert.That(NoiseItem.Functions(item), Is.EqualTo(functions));
}
