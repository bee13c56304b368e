//! Writes large mole programs for benchmarks. The same options give the same bytes.

mod calc;
mod generics;
mod module;
mod options;
mod profile;
mod random;
mod records;
mod standard;
mod tables;
mod text;
mod world;

use options::Options;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use world::World;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help") {
        print!("{}", options::USAGE);
        return ExitCode::SUCCESS;
    }
    match Options::parse(&arguments).and_then(|options| generate(&options)) {
        Ok(folder) => {
            println!("output: {folder}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("mole-stress: {message}");
            ExitCode::from(2)
        }
    }
}

/// Writes the program into a fresh folder and gives the folder.
fn generate(options: &Options) -> Result<String, String> {
    let folder = Path::new(&options.output).join(&options.name);
    let failed = |error: std::io::Error| format!("cannot write to {}: {error}", folder.display());
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(failed)?;
    }
    fs::create_dir_all(&folder).map_err(failed)?;
    let world = World::new(options);
    for index in 0..world.modules.len() {
        let path = folder.join(format!("{}.mole", world.modules[index].name));
        fs::write(path, module::write_module(&world, index)).map_err(failed)?;
    }
    Ok(folder.display().to_string())
}
