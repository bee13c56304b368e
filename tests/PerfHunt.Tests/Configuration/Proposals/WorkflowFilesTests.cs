using PerfHunt.Configuration.Proposals;

namespace PerfHunt.Tests.Configuration.Proposals;

public sealed class WorkflowFilesTests
{
    [TestCase("      - run: cargo test --all-features\n", BuildSystem.Cargo, "cargo test --all-features")]
    [TestCase("      - name: cargo test\n        run: |\n          cargo build\n          cargo test  --workspace\n", BuildSystem.Cargo, "cargo test --workspace")]
    [TestCase("    - run: \"make check\"\r\n", BuildSystem.Make, "make check")]
    [TestCase("    - run: make -j2 test\n", BuildSystem.Make, "make -j2 test")]
    [TestCase("    - run: ctest --test-dir build\n", BuildSystem.CMake, "ctest --test-dir build")]
    [TestCase("    - run: cargo test\n    - run: |\n        set -e\n        just test\n", BuildSystem.Cargo, "just test")]
    [TestCase("    - run: |\n        cargo test \\\n          --workspace\n", BuildSystem.Cargo, "cargo test --workspace")]
    [TestCase("    - run: make build\n", BuildSystem.Cargo, null)]
    [TestCase("    - run: make\n", BuildSystem.Make, null)]
    [TestCase("    - name: cargo test\n      uses: x/y\n", BuildSystem.Cargo, null)]
    [TestCase("    # - run: cargo test\n", BuildSystem.Cargo, null)]
    [TestCase("    - run: cargo test && rm -r x\n", BuildSystem.Cargo, null)]
    [TestCase("    - run: cargo test --features $FEATURES\n", BuildSystem.Cargo, null)]
    [TestCase("    - run: cargo test --target ${{ matrix.target }}\n    - run: cargo test --target=wasm32\n", BuildSystem.Cargo, null)]
    [TestCase("    - run: |\n        true\n      name: x\n      cargo test\n", BuildSystem.Cargo, null)]
    [TestCase("", BuildSystem.Make, null)]
    public void The_first_plain_test_command_of_a_workflow_is_the_gate(string workflow, BuildSystem build, string? gate) =>
        Assert.That(WorkflowFiles.Test(workflow, build)?.ToString(), Is.EqualTo(gate));
}
