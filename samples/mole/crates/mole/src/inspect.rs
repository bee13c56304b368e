use crate::load::{load_files, Loaded};
use crate::Outcome;
use mole_codegen::print_program;
use mole_frontend::ast::Module;
use mole_frontend::{parse_module, printer};
use mole_identity::{Interner, SourceFile};
use std::fs;
use std::path::{Path, PathBuf};

/// Shows one stage of the work on a file, together with the modules next to it that it imports.
pub fn inspect(what: &str, file: &Path) -> Result<Outcome, String> {
    let text = match what {
        "ast" => {
            let mut names = Interner::new();
            let module = parse(file, &mut names)?;
            printer::print_module(&module, &names)
        }
        "types" => {
            let loaded = load_with_imports(file)?;
            show_declarations(&loaded, &stem(file))
        }
        "bytecode" => {
            let program = load_with_imports(file)?.compile();
            print_program(&program, &stem(file))
        }
        _ => return Err(format!("inspect knows ast, types and bytecode, not {what}\n")),
    };
    Ok(Outcome::good(text))
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().to_string()
}

fn parse(file: &Path, names: &mut Interner) -> Result<Module, String> {
    let text = fs::read_to_string(file)
        .map_err(|error| format!("cannot read {}: {error}\n", file.display()))?;
    let source = SourceFile::new(&file.to_string_lossy(), &text);
    parse_module(&stem(file), &source, names).map_err(|error| format!("{error}\n"))
}

fn load_with_imports(file: &Path) -> Result<Loaded, String> {
    let mut names = Interner::new();
    let mut paths: Vec<PathBuf> = vec![file.to_path_buf()];
    let mut next = 0;
    while next < paths.len() {
        let module = parse(&paths[next], &mut names)?;
        for import in &module.imports {
            let path = file.with_file_name(format!("{}.mole", names.text(import.module)));
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        next += 1;
    }
    load_files(&paths)
}

fn show_declarations(loaded: &Loaded, module: &str) -> String {
    let mut text = String::new();
    let names = &loaded.names;
    let found = loaded.modules.iter().find(|item| names.text(item.name) == module);
    if let Some(module) = found {
        let library = mole_sema::declare_modules(&loaded.modules, names);
        for record in library.records_of(module.name) {
            text.push_str(&format!("record {}\n", names.text(record.name.name)));
            for (field, field_type) in &record.fields {
                let shown = mole_sema::show_type(field_type, names);
                text.push_str(&format!("  {}: {shown}\n", names.text(*field)));
            }
        }
        for signature in library.functions_of(module.name) {
            let shown = mole_sema::show_type(&signature.as_type(), names);
            text.push_str(&format!("{}: {shown}\n", names.text(signature.name.name)));
        }
    }
    text
}
