//! `vole test DIR/` runs the tests of all files; `vole inspect ast|mir|ir FILE` shows a stage.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use vole_sema::{scope::Scope, Checked};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["test", folder] => test(Path::new(folder)),
        ["inspect", stage, file] => inspect(stage, Path::new(file)),
        _ => Err("usage: vole test DIR | vole inspect ast|mir|ir FILE".to_string()),
    };
    done.unwrap_or_else(|fault| {
        eprintln!("error: {fault}");
        ExitCode::from(2)
    })
}

fn test(folder: &Path) -> Result<ExitCode, String> {
    let tests = vole_runtime::run(&vole_codegen::generate(&checked(&files(folder)?)?));
    let failed: Vec<_> = tests.iter().filter(|(_, passed)| !passed).collect();
    for (name, _) in &failed {
        println!("FAIL {name}");
    }
    println!(
        "{} passed, {} failed",
        tests.len() - failed.len(),
        failed.len()
    );
    Ok(ExitCode::from(u8::from(!failed.is_empty())))
}

fn inspect(stage: &str, file: &Path) -> Result<ExitCode, String> {
    let files = [file.to_path_buf()];
    match stage {
        "ast" => println!("{:#?}", vole_frontend::parse(&read(file)?)),
        "mir" => println!("{:#?}", checked(&files)?),
        "ir" => println!("{:#?}", vole_codegen::generate(&checked(&files)?)),
        _ => return Err(format!("no stage is called {stage}")),
    }
    Ok(ExitCode::SUCCESS)
}

fn checked(files: &[PathBuf]) -> Result<Vec<Checked>, String> {
    let (mut scope, mut program) = (Scope::default(), Vec::new());
    for file in files {
        let statements = vole_frontend::parse(&read(file)?)
            .map_err(|line| format!("{}:{line}: no statement", file.display()))?;
        program.extend(vole_sema::check(statements, &mut scope)?);
    }
    Ok(program)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|fault| format!("{}: {fault}", folder.display()))?;
    let mut files: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "vole")
    });
    files.sort();
    Ok(files)
}

fn read(file: &Path) -> Result<String, String> {
    std::fs::read_to_string(file).map_err(|fault| format!("{}: {fault}", file.display()))
}
