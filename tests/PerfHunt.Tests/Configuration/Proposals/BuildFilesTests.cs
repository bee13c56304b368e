using PerfHunt.Configuration;
using PerfHunt.Configuration.Proposals;

namespace PerfHunt.Tests.Configuration.Proposals;

public sealed class BuildFilesTests
{
    [TestCase("CFLAGS = -O2\nPROG = bin/tool\nall: other\n", "bin/tool")]
    [TestCase("TARGET:=tool\n", "tool")]
    [TestCase("all: build/tool lib\n", "build/tool")]
    [TestCase("all: libx.a libx.so tool test\n", "tool")]
    [TestCase("all: static shared\n", null)]
    [TestCase("all: most examples\nmost: lib\nproject: lib\n", "project")]
    [TestCase("all: $(THINGS)\n", null)]
    [TestCase("PROG = /usr/bin/tool\n", null)]
    [TestCase("", null)]
    public void The_program_of_a_makefile_is_found_where_it_is_plain(string makefile, string? program) =>
        Assert.That(BuildFiles.Program(makefile, "project"), Is.EqualTo(program));

    [TestCase("add_executable(unit_tests a.c)\nADD_EXECUTABLE( tool main.c )", "tool")]
    [TestCase("# add_executable(tool main.c)\nadd_executable(self-check c.c)\nadd_library(x a.c)", null)]
    public void The_program_of_a_CMake_list_is_the_first_that_is_no_test(string list, string? program) =>
        Assert.That(BuildFiles.Executable(list), Is.EqualTo(program));

    [TestCase("enable_testing()", true)]
    [TestCase("include(CTest)", true)]
    [TestCase("# enable_testing()", false)]
    public void Tests_of_a_CMake_list_are_seen(string list, bool has) => Assert.That(BuildFiles.HasTests(list), Is.EqualTo(has));

    [TestCase("CFLAGS= -O2", true)]
    [TestCase("all: x\nCFLAGS := -O2\n", true)]
    [TestCase("CFLAGS ?= -O2", false)]
    [TestCase("CFLAGS += -Wall", false)]
    [TestCase("MYCFLAGS= -O2", false)]
    public void A_makefile_that_sets_its_flags_itself_is_seen(string makefile, bool sets) => Assert.That(BuildFiles.SetsFlags(makefile), Is.EqualTo(sets));

    [Test]
    public void Recipes_are_told_from_assignments() => Assert.That(
        BuildFiles.Recipes("X := 1\nY = a:b\ntest: all\n\techo done: yes\npre-commit arg='x':\n@quiet:\n"),
        Is.SupersetOf(["test", "quiet"]).And.Not.Contains("X").And.Not.Contains("Y"));

    [Test]
    public void Packages_of_a_workspace_become_parts_and_programs()
    {
        const string Json = """
            { "packages": [
              { "name": "core-lib", "manifest_path": "/w/tool/crates/core/Cargo.toml", "targets": [{ "name": "core_lib", "kind": ["lib"] }, { "name": "t", "kind": ["test"] }] },
              { "name": "other", "manifest_path": "/w/tool/crates/other/Cargo.toml", "targets": [{ "name": "other-bin", "kind": ["bin"] }] },
              { "name": "tool", "manifest_path": "/w/tool/Cargo.toml", "targets": [{ "name": "tool", "kind": ["lib"] }, { "name": "tool", "kind": ["bin"] }, { "name": "build-script-build", "kind": ["custom-build"] }] }
            ] }
            """;

        var packages = CargoPackages.Read(Json, "/w/tool").Value!;

        Assert.That(packages.Programs, Is.EqualTo(["tool", "other-bin"]));
        Assert.That(packages.Parts, Is.EqualTo([new OwnCode("core_lib::", "core-lib", "crates/core"), new OwnCode("other_bin::", "other", "crates/other"), new OwnCode("tool::", "tool", ".")]));
    }

    [Test]
    public void What_cargo_never_says_is_an_error() =>
        Assert.That(CargoPackages.Read("error: no", "/w").Error!.ToString(), Does.StartWith("cargo metadata: not valid JSON"));
}
