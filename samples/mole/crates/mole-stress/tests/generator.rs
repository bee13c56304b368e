use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Generates a small program; gives its files and what was printed.
fn generate(seed: &str, profile: &str, name: &str) -> (BTreeMap<String, Vec<u8>>, String) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let output = Command::new(env!("CARGO_BIN_EXE_mole-stress"))
        .args(["--seed", seed, "--profile", profile, "--layers", "2", "--modules-per-layer", "2"])
        .arg("--output")
        .arg(&folder)
        .args(["--name", name])
        .output()
        .expect("mole-stress can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let entries = fs::read_dir(folder.join(name)).expect("the generated folder");
    let files = entries.map(|entry| {
        let path = entry.expect("an entry").path();
        let bytes = fs::read(&path).expect("a generated file");
        (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), bytes)
    });
    (files.collect(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    for profile in ["full", "many-modules", "wide-types", "generics-heavy", "stdlib-heavy"] {
        let (first, _) = generate("11", profile, &format!("{profile}-first"));
        let (second, _) = generate("11", profile, &format!("{profile}-second"));
        assert!(first == second, "{profile} differs");
        assert_eq!(first.len(), 4);
    }
}

#[test]
fn another_seed_gives_another_program() {
    let (first, _) = generate("1", "full", "seed-one");
    let (second, _) = generate("2", "full", "seed-two");
    assert!(first != second);
}

#[test]
fn the_folder_is_printed() {
    let (_, printed) = generate("3", "full", "printed");
    assert!(printed.starts_with("output: ") && printed.trim_end().ends_with("printed"));
}
