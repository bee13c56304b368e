//! Text to statements: `let NAME = TERM + TERM ...` and `test NAME = NUMBER`.

use vole_identity::Name;

/// A number or a name.
#[derive(Debug, PartialEq)]
pub enum Term {
    Number(u64),
    Name(Name),
}

/// One statement.
#[derive(Debug, PartialEq)]
pub enum Statement {
    Let(Name, Vec<Term>),
    Test(Name, u64),
}

/// Reads a file; an error is the number of its line.
pub fn parse(text: &str) -> Result<Vec<Statement>, usize> {
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
        .map(|(index, line)| statement(line).ok_or(index + 1))
        .collect()
}

fn statement(line: &str) -> Option<Statement> {
    let (kind, rest) = line.split_once(' ')?;
    let (name, value) = rest.split_once(" = ")?;
    match kind {
        "let" => {
            let terms = value.split(" + ").map(term).collect();
            Some(Statement::Let(Name::new(name), terms))
        }
        "test" => Some(Statement::Test(Name::new(name), value.parse().ok()?)),
        _ => None,
    }
}

fn term(word: &str) -> Term {
    word.parse()
        .map_or_else(|_| Term::Name(Name::new(word)), Term::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_line_is_named() {
        assert_eq!(parse("let a = 1\nlot b = 2"), Err(2));
    }
}
