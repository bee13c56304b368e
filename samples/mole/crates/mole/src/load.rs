use mole_codegen::{compile_program, Program};
use mole_frontend::ast::Module;
use mole_frontend::parse_module;
use mole_identity::{Diagnostic, Interner, SourceFile};
use mole_runtime::{STANDARD_NAME, STANDARD_SOURCE};
use mole_sema::{check_program, order_modules, CheckedProgram};
use std::fs;
use std::path::{Path, PathBuf};

/// A program that has passed the checker. The first module is the standard library.
pub struct Loaded {
    pub modules: Vec<Module>,
    pub checked: CheckedProgram,
    pub names: Interner,
}

impl Loaded {
    pub fn compile(self) -> Program {
        compile_program(&self.modules, &self.checked, self.names)
    }
}

/// Loads every module of a folder, in the order of their names. The error is ready to print.
pub fn load_folder(folder: &Path) -> Result<Loaded, String> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("cannot read the folder {}: {error}\n", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().map_or(false, |extension| extension == "mole"))
        .collect();
    paths.sort();
    if paths.is_empty() {
        return Err(format!("there are no .mole files in {}\n", folder.display()));
    }
    load_files(&paths)
}

pub fn load_files(paths: &[PathBuf]) -> Result<Loaded, String> {
    let mut names = Interner::new();
    let mut errors = Vec::new();
    let mut modules = Vec::new();
    let standard = SourceFile::new("std.mole", STANDARD_SOURCE);
    match parse_module(STANDARD_NAME, &standard, &mut names) {
        Ok(module) => modules.push(module),
        Err(error) => errors.push(error),
    }
    for path in paths {
        let text = fs::read_to_string(path)
            .map_err(|error| format!("cannot read {}: {error}\n", path.display()))?;
        let file_name = path.file_name().map(|name| name.to_string_lossy());
        let source = SourceFile::new(&file_name.unwrap_or_default(), &text);
        let stem = path.file_stem().map(|stem| stem.to_string_lossy());
        match parse_module(&stem.unwrap_or_default(), &source, &mut names) {
            Ok(module) => modules.push(module),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Err(show_errors(&errors));
    }
    let modules = order_modules(modules, &names).map_err(|error| show_errors(&[error]))?;
    let checked = check_program(&modules, &names).map_err(|errors| show_errors(&errors))?;
    Ok(Loaded {
        modules,
        checked,
        names,
    })
}

fn show_errors(errors: &[Diagnostic]) -> String {
    errors.iter().map(|error| format!("{error}\n")).collect()
}
