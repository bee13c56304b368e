using PerfHunt.Profiling.Symbols;

namespace PerfHunt.Tests.Profiling.Symbols;

public sealed class ManagedNameTests
{
    [TestCase("bool [Primes] Primes.Prime::IsPrime(uint32)", "Primes.dll", "Primes.Prime::IsPrime(uint32)")]
    [TestCase("instance void [app] Space.Type+Inner::Do(int32[],int32&)[Optimized]", "app.dll", "Space.Type+Inner::Do(int32[],int32&)")]
    [TestCase("class [System.Private.CoreLib]System.Collections.Generic.List`1<int32> [app] A.B::Many(class [System.Private.CoreLib]System.String,valuetype [lib.x]C.D)", "app.dll", "A.B::Many(System.String,C.D)")]
    [TestCase("int32[] [app] A.B`1[System.__Canon]::Some[System.Int32](!!0,int32[0...,0...])[PreJIT]", "app.dll", "A.B`1[System.__Canon]::Some[System.Int32](!!0,int32[0...,0...])")]
    [TestCase("void [Count] Program::<Main>$(class System.String[])[OptimizedTier1]", "Count.dll", "Program::<Main>$(System.String[])")]
    [TestCase("void [Count] Program::<<Main>$>g__Local|0_0(int32)", "Count.dll", "Program::<<Main>$>g__Local|0_0(int32)")]
    public void A_method_is_told_by_its_assembly_and_its_own_name(string name, string assembly, string method) =>
        Assert.That(ManagedName.Read(name), Is.EqualTo(new ManagedName(assembly, method)));

    [TestCase("stub<3> GenerateResolveStub")]
    [TestCase("LazyCompile:~main app.js:3")]
    [TestCase("[app] ")]
    [TestCase(")[app] x::y(")]
    [TestCase("")]
    [TestCase("void [] A::b()")]
    public void Any_other_name_is_left_alone(string name) => Assert.That(ManagedName.Read(name), Is.Null);
}
