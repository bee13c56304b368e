use crate::load::load_folder;
use crate::Outcome;
use mole_codegen::Program;
use mole_identity::NameId;
use mole_runtime::Vm;
use std::path::Path;

/// Runs all tests of a folder and tells of them module by module.
pub fn test(folder: &Path) -> Result<Outcome, String> {
    let program = load_folder(folder)?.compile();
    let mut run = TestRun {
        vm: Vm::new(&program),
        program: &program,
        text: String::new(),
        passed: 0,
        failed: 0,
    };
    let mut modules: Vec<NameId> = program.modules.iter().skip(1).copied().collect();
    modules.sort_by_key(|module| program.names.text(*module));
    for module in &modules {
        run.module(*module);
    }
    let total = run.passed + run.failed;
    let (passed, failed) = (run.passed, run.failed);
    let mut text = run.text;
    text.push_str(&format!(
        "{} modules, {total} tests: {passed} passed, {failed} failed\n",
        modules.len()
    ));
    Ok(Outcome {
        text,
        failed: failed > 0,
    })
}

/// Checks a folder without running anything.
pub fn check(folder: &Path) -> Result<Outcome, String> {
    let loaded = load_folder(folder)?;
    Ok(Outcome::good(format!(
        "{} modules are well formed\n",
        loaded.modules.len() - 1
    )))
}

struct TestRun<'a> {
    program: &'a Program,
    vm: Vm<'a>,
    text: String,
    passed: usize,
    failed: usize,
}

impl<'a> TestRun<'a> {
    fn module(&mut self, module: NameId) {
        let program = self.program;
        let name = program.names.text(module);
        let mut counts = (0, 0);
        for test in program.tests.iter().filter(|test| test.module == module) {
            let outcome = self.vm.run(test.function);
            self.text.push_str(&std::mem::take(&mut self.vm.output));
            counts.0 += 1;
            match outcome {
                Ok(()) => counts.1 += 1,
                Err(error) => self.text.push_str(&format!(
                    "FAILED {name}: {:?}: {} ({}.mole:{})\n",
                    test.title, error.message, error.module, error.line
                )),
            }
        }
        self.text.push_str(&format!("{name}: {} of {} tests passed\n", counts.1, counts.0));
        self.passed += counts.1;
        self.failed += counts.0 - counts.1;
    }
}
