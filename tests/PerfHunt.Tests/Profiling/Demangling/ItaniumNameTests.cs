using PerfHunt.Profiling.Demangling;

namespace PerfHunt.Tests.Profiling.Demangling;

public sealed class ItaniumNameTests
{
    // Written for this table after the Itanium C++ ABI, section 5.1, and checked with c++filt 2.40 (--no-verbose).
    [TestCase("_Z1fv", "f()")]
    [TestCase("_Z1fi", "f(int)")]
    [TestCase("_Z3foo3bar", "foo(bar)")]
    [TestCase("_ZN1N1fEv", "N::f()")]
    [TestCase("_ZNK1N1C1gEv", "N::C::g() const")]
    [TestCase("_ZNO1C1hEv", "C::h() &&")]
    [TestCase("_ZN1CC2Ev", "C::C()")]
    [TestCase("_ZN1CD0Ev", "C::~C()")]
    [TestCase("_ZN1CcviEv", "C::operator int()")]
    [TestCase("_ZN1CcvT_IiEEv", "C::operator int<int>()")]
    [TestCase("_ZN1CplERKS_", "C::operator+(C const&)")]
    [TestCase("_ZnwmPv", "operator new(unsigned long, void*)")]
    [TestCase("_Zli2_xy", "operator\"\" _x(unsigned long long)")]
    [TestCase("_Z1fIiEvT_", "void f<int>(int)")]
    [TestCase("_Z1fIJidEEvDpT_", "void f<int, double>(int, double)")]
    [TestCase("_Z1fIJEEvDpT_", "void f<>()")]
    [TestCase("_Z1fIiEvOT_", "void f<int>(int&&)")]
    [TestCase("_Z1fIRiEvOT_", "void f<int&>(int&)")]
    [TestCase("_Z1fILi5ELb1ELm7ELc65EEvv", "void f<5, true, 7ul, (char)65>()")]
    [TestCase("_Z1fILin5EEvv", "void f<-5>()")]
    [TestCase("_ZlsI1AE1BS1_RKT_", "B operator<< <A>(B, A const&)")]
    [TestCase("_Z1fPFvicE", "f(void (*)(int, char))")]
    [TestCase("_Z1fM1CFivE", "f(int (C::*)())")]
    [TestCase("_Z1fM1CKFivE", "f(int (C::*)() const)")]
    [TestCase("_Z1fM1Ci", "f(int C::*)")]
    [TestCase("_Z1fRA3_i", "f(int (&) [3])")]
    [TestCase("_Z1fA3_A4_i", "f(int [3][4])")]
    [TestCase("_Z1fPKcPVi", "f(char const*, int volatile*)")]
    [TestCase("_Z1fPDoFvvE", "f(void (*)() noexcept)")]
    [TestCase("_Z1fDnDiDsDu", "f(decltype(nullptr), char32_t, char16_t, char8_t)")]
    [TestCase("_Z1fDv4_f", "f(float __vector(4))")]
    [TestCase("_Z1fSt6vectorIiSaIiEE", "f(std::vector<int, std::allocator<int> >)")]
    [TestCase("_Z1fSsRSoS_", "f(std::string, std::ostream&, std::ostream&)")]
    [TestCase("_ZNSsC1Ev", "std::basic_string<char, std::char_traits<char>, std::allocator<char> >::basic_string()")]
    [TestCase("_ZN1A1BB5cxx11Ev", "A::B[abi:cxx11]()")]
    [TestCase("_ZZ4mainE1x", "main::x")]
    [TestCase("_ZZ1fvE1x_0", "f()::x")]
    [TestCase("_ZZ1fvEs", "f()::string literal")]
    [TestCase("_ZZ1fvENKUliE_clEi", "f()::{lambda(int)#1}::operator()(int) const")]
    [TestCase("_ZZ1fvENKUlT_E_clIiEEDaS_", "auto f()::{lambda(auto:1)#1}::operator()<int>(int) const")]
    [TestCase("_ZZ1fvENKUlvE0_clEv", "f()::{lambda()#2}::operator()() const")]
    [TestCase("_ZN12_GLOBAL__N_11fEv", "(anonymous namespace)::f()")]
    [TestCase("_ZTV1C", "vtable for C")]
    [TestCase("_ZTI1C", "typeinfo for C")]
    [TestCase("_ZThn16_N1C1fEv", "non-virtual thunk to C::f()")]
    [TestCase("_ZTv0_n24_N1C1fEv", "virtual thunk to C::f()")]
    [TestCase("_ZGVZ1fvE1x", "guard variable for f()::x")]
    [TestCase("_Z1fi.cold", "f(int) [clone .cold]")]
    [TestCase("_Z1fi.constprop.0.isra.0", "f(int) [clone .constprop.0] [clone .isra.0]")]
    [TestCase("_Z1fIiEDTplfp_fp_ET_", "decltype ({parm#1}+{parm#1}) f<int>(int)")]
    [TestCase("_Z1fIiENSt9enable_ifIXsr3std9is_signedIT_EE5valueES1_E4typeES1_", "std::enable_if<std::is_signed<int>::value, int>::type f<int>(int)")]
    [TestCase("_Z1fIXadL_Z1gvEEEvv", "void f<&(g())>()")]
    [TestCase("_Z1fi@plt", "f(int)@plt")]
    public void Names_read_as_people_write_them(string mangled, string readable) => Assert.That(Demangler.Readable(mangled), Is.EqualTo(readable));

    [TestCase("_Z")]
    [TestCase("_Z1")]
    [TestCase("_ZN1CE")]
    [TestCase("_Z1fS_")]
    [TestCase("_Z1fT_")]
    [TestCase("_Z1fIiEvT9_")]
    [TestCase("_Z99999999999999999999f")]
    [TestCase("_ZSZ1fvE1x")]
    public void What_is_damaged_stays_as_it_is(string mangled) => Assert.That(Demangler.Readable(mangled), Is.EqualTo(mangled).Or.Not.Empty);

    [Test]
    public void A_name_that_stands_for_gigabytes_is_left_alone()
    {
        var name = "_Z1f" + "1aIiiE" + string.Concat(Enumerable.Range(0, 30).Select(number => $"1aIS{Sequence(number * 1)}S{Sequence(number)}E"));

        Assert.That(Demangler.Readable(name), Has.Length.LessThan(100_000));
    }

    [Test]
    public void Endless_nesting_is_left_alone()
    {
        var name = "_Z1f" + new string('P', 1_000_000) + "i";

        Assert.That(Demangler.Readable(name), Is.EqualTo(name));
    }

    private static string Sequence(int number) => number == 0 ? "_" : $"{(char)(number <= 10 ? '0' + number - 1 : 'A' + number - 11)}_";
}
