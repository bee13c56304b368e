//! The command line tool.

mod inspect;
mod load;
mod test_run;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "mole: checks and tests programs written in mole

Usage:
  mole test <dir>                  runs the tests of every .mole file in the folder
  mole check <dir>                 checks them without running anything
  mole inspect ast <file>          shows the syntax tree
  mole inspect types <file>        shows the types of functions and records
  mole inspect bytecode <file>     shows the code for the virtual machine
  mole --help                      shows this text

Exit codes: 0 all is well, 1 a test failed, 2 the program or the command is wrong.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["test", folder] => test_run::test(Path::new(folder)),
        ["check", folder] => test_run::check(Path::new(folder)),
        ["inspect", what, file] => inspect::inspect(what, Path::new(file)),
        ["--help"] | ["-h"] | ["help"] => Ok(Outcome::good(USAGE.to_string())),
        _ => Err(format!("unknown command\n\n{USAGE}")),
    };
    match outcome {
        Ok(outcome) => {
            print!("{}", outcome.text);
            ExitCode::from(u8::from(outcome.failed))
        }
        Err(message) => {
            eprint!("{message}");
            ExitCode::from(2)
        }
    }
}

/// What to print, and whether a test failed.
pub struct Outcome {
    text: String,
    failed: bool,
}

impl Outcome {
    fn good(text: String) -> Self {
        Outcome {
            text,
            failed: false,
        }
    }
}
