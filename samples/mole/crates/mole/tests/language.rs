//! Runs the programs in `tests/lang` and compares what they print with the files next to them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn language_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/lang")
}

/// Runs `mole test`; gives exit code, output and errors as one text.
fn run(folder: &Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_mole"))
        .arg("test")
        .arg(folder)
        .output()
        .expect("mole can be started");
    let code = output.status.code().unwrap_or(-1);
    let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!(
        "exit code {code}\n{}{}",
        shown(&output.stdout),
        shown(&output.stderr)
    )
}

/// A file is run in a folder of its own.
fn run_file(file: &Path) -> String {
    let stem = file.file_stem().expect("a file name").to_string_lossy().into_owned();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(&stem);
    fs::create_dir_all(&folder).expect("a scratch folder");
    fs::copy(file, folder.join(format!("{stem}.mole"))).expect("a scratch copy");
    run(&folder)
}

#[test]
fn programs_do_what_is_expected() {
    let entries = fs::read_dir(language_folder()).expect("the language tests");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let mut count = 0;
    let mut differences = Vec::new();
    for path in paths {
        let actual = if path.is_dir() {
            run(&path)
        } else if path.extension().map_or(false, |extension| extension == "mole") {
            run_file(&path)
        } else {
            continue;
        };
        count += 1;
        let expected_path = path.with_extension("expected");
        if std::env::var_os("MOLE_BLESS").is_some() {
            fs::write(&expected_path, &actual).expect("an expected file");
        }
        let expected = fs::read_to_string(&expected_path).unwrap_or_default();
        if actual != expected {
            let shown = path.display();
            differences.push(format!("{shown}\n--- expected\n{expected}--- found\n{actual}"));
        }
    }
    assert!(count > 10, "only {count} language tests were found");
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
