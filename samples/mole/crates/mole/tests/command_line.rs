use std::path::Path;
use std::process::{Command, Output};

fn mole(arguments: &[&str]) -> Output {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/lang");
    Command::new(env!("CARGO_BIN_EXE_mole"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("mole can be started")
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn help_names_the_commands() {
    let output = mole(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    for word in ["mole test", "mole check", "mole inspect ast"] {
        assert!(text(&output).contains(word), "{word} is missing");
    }
}

#[test]
fn an_unknown_command_is_an_error() {
    let output = mole(&["dance"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("unknown command"));
}

#[test]
fn a_folder_without_modules_is_an_error() {
    assert_eq!(mole(&["test", "nowhere"]).status.code(), Some(2));
}

#[test]
fn check_runs_nothing() {
    let output = mole(&["check", "modules"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output), "2 modules are well formed\n");
}

#[test]
fn inspect_shows_every_stage() {
    let tree = text(&mole(&["inspect", "ast", "modules/shapes.mole"]));
    assert!(tree.contains("record Square with 1 fields\n") && tree.contains("Multiply\n"));
    let types = text(&mole(&["inspect", "types", "modules/uses.mole"]));
    assert_eq!(types, "area: fn(int) -> int\nmax: fn(int, int) -> int\n");
    let code = text(&mole(&["inspect", "bytecode", "modules/shapes.mole"]));
    assert!(code.contains("LoadField side\n") && code.contains("Multiply\n"));
}
