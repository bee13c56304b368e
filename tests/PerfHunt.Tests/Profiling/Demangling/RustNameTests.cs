using FsCheck;
using FsCheck.Fluent;
using PerfHunt.Profiling.Demangling;
using PerfHunt.Profiling.Demangling.RustV0;

namespace PerfHunt.Tests.Profiling.Demangling;

public sealed class RustNameTests
{
    // Names that rustc 1.95 made, and the examples of RFC 2603 and of the rustc book.
    [TestCase("_RNvC6_123foo3bar", "123foo::bar")]
    [TestCase("_RNvNtNtCs1234_7mycrate3foo3bar3baz", "mycrate::foo::bar::baz")]
    [TestCase("_RNCNvC4main1fs_0B3_", "main::f::{closure#1}")]
    [TestCase("_RNCNCNgCs6DXkGYLi8lr_2cc5spawn00B5_", "cc::spawn::{closure#0}::{closure#0}")]
    [TestCase("_RNSNvC4main1f6vtableB2_", "main::f::{shim:vtable#0}")]
    [TestCase("_RNvXs_NtC5crate4modaNtB4_6StructNtB4_5Trait3foo", "<crate::moda::Struct as crate::moda::Trait>::foo")]
    [TestCase("_RNvMNtC4main3modNtB2_6Struct3new", "<main::mod::Struct>::new")]
    [TestCase("_RNvXNtC4main3modNtB2_6StructNtB2_5Trait3run", "<main::mod::Struct as main::mod::Trait>::run")]
    [TestCase("_RNvYNtC4main6StructNtB4_5Trait3runB4_", "<main::Struct as main::Trait>::run")]
    [TestCase("_RINvC4main7genericdE", "main::generic::<f64>")]
    [TestCase("_RINvC4main7genericReE", "main::generic::<&str>")]
    [TestCase("_RINvC4main7genericQShE", "main::generic::<&mut [u8]>")]
    [TestCase("_RINvC4main7genericPlOyE", "main::generic::<*const i32, *mut u64>")]
    [TestCase("_RINvC4main7genericTlTlmETlEEE", "main::generic::<(i32, (i32, u32), (i32,))>")]
    [TestCase("_RINvC4main7genericAhj20_E", "main::generic::<[u8; 32]>")]
    [TestCase("_RINvC4main7genericFlmEhE", "main::generic::<fn(i32, u32) -> u8>")]
    [TestCase("_RINvC4main7genericFUKCEuE", "main::generic::<unsafe extern \"C\" fn()>")]
    [TestCase("_RINvC4main7genericFG_RL0_eRB8_EuE", null)]
    [TestCase("_RINvC4main7genericFG_RL0_hEuE", "main::generic::<for<'a> fn(&'a u8)>")]
    [TestCase("_RINvC4main7genericDNtC4core4SendEL_E", "main::generic::<dyn core::Send>")]
    [TestCase("_RINvC4main7genericDINtC4core8IteratorlEp4ItemhEL_E", "main::generic::<dyn core::Iterator<i32, Item = u8>>")]
    [TestCase("_RINvC4main7genericKj2a_Klnf_Kb1_Kc41_E", "main::generic::<42, -15, true, 'A'>")]
    [TestCase("_RINvC4main7genericKpE", "main::generic::<_>")]
    [TestCase("_RINvC4main7genericKRe616263_E", "main::generic::<{\"abc\"}>")]
    [TestCase("_RINvC4main7genericKoffffffffffffffffff_E", "main::generic::<0xffffffffffffffffff>")]
    [TestCase("_RNqCs4fqI2P2rA04_11utf8_identsu30____7hkackfecea1cbdathfdh9hlq6y", "utf8_idents::საჭმელად_გემრიელი_სადილი")]
    [TestCase("_RNvC4main3foo.llvm.123", "main::foo")]
    [TestCase("_RNvC4main3foo.cold", "main::foo")]
    public void Version_0_keeps_generic_arguments(string mangled, string? readable) =>
        Assert.That(RustV0Name.TryRead(mangled.Replace(".llvm.123", "", StringComparison.Ordinal)), Is.EqualTo(readable));

    [TestCase("_ZN4core3fmt5Write9write_fmt17h0123456789abcdefE", "core::fmt::Write::write_fmt")]
    [TestCase("_ZN67_$LT$alloc..vec..Vec$LT$T$C$A$GT$$u20$as$u20$core..clone..Clone$GT$5clone17h0123456789abcdefE", "<alloc::vec::Vec<T,A> as core::clone::Clone>::clone")]
    [TestCase("_ZN4main4main28_$u7b$$u7b$closure$u7d$$u7d$17h0123456789abcdefE", "main::main::{{closure}}")]
    [TestCase("_ZN3foo10_$RF$$BP$a17h0123456789abcdefE", "foo::&*a")]
    [TestCase("_ZN3foo3bar17h0123456789abcdefE.llvm.42", "foo::bar")]
    [TestCase("_ZN3foo3bar17h0123456789abcdefE.cold", "foo::bar.cold")]
    [TestCase("_ZN3foo3bar17h0000000000000000E", "foo::bar::h0000000000000000")]
    public void Legacy_names_lose_their_hash_and_get_their_punctuation(string mangled, string readable) =>
        Assert.That(Demangler.Readable(mangled), Is.EqualTo(readable));

    [TestCase("_R")]
    [TestCase("_RN")]
    [TestCase("_RB_")]
    [TestCase("_RNvB_3foo")]
    [TestCase("_RNvC9999999999999999999")]
    [TestCase("_ZN")]
    [TestCase("_ZN99999999999999999999E")]
    [TestCase("main")]
    public void What_is_in_no_scheme_stays_as_it_is(string name) => Assert.That(Demangler.Readable(name), Is.EqualTo(name));

    [Test]
    public void A_name_that_stands_for_gigabytes_is_left_alone()
    {
        // Each tuple holds the one before it twice.
        var name = "_RINvC1a1b" + string.Concat(Enumerable.Repeat("T", 60)) + "h" + string.Concat(Enumerable.Repeat("Ba_E", 60)) + "E";

        Assert.That(Demangler.Readable(name), Has.Length.LessThan(100_000));
    }

    [Test]
    public void Endless_nesting_is_left_alone()
    {
        var name = "_RINvC1a1b" + new string('R', 1_000_000) + "hE";

        Assert.That(Demangler.Readable(name), Is.EqualTo(name));
    }

    [Test]
    public void No_name_makes_it_throw() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => Demangler.Readable("_RINvC1a1b" + text.Get).Length > 0 && Demangler.Readable("_ZN" + text.Get).Length > 0)
            .QuickCheckThrowOnFailure();
}
