//! Which place a name means.

pub mod scope;

use scope::Scope;
use vole_frontend::{Statement, Term};
use vole_identity::Name;

/// A term whose name is found.
#[derive(Debug, PartialEq)]
pub enum Operand {
    Number(u64),
    Place(usize),
}

/// A value that is worked out, or one that is compared with what is expected.
#[derive(Debug, PartialEq)]
pub enum Checked {
    Value(Vec<Operand>),
    Test(Name, usize, u64),
}

/// Finds every name; a name must come before its use.
pub fn check(statements: Vec<Statement>, scope: &mut Scope) -> Result<Vec<Checked>, String> {
    statements
        .into_iter()
        .map(|statement| one(statement, scope))
        .collect()
}

fn one(statement: Statement, scope: &mut Scope) -> Result<Checked, String> {
    match statement {
        Statement::Let(name, terms) => {
            let operands = terms
                .into_iter()
                .map(|term| operand(term, scope))
                .collect::<Result<_, _>>()?;
            scope.declare(name);
            Ok(Checked::Value(operands))
        }
        Statement::Test(name, expected) => {
            let place = find(&name, scope)?;
            Ok(Checked::Test(name, place, expected))
        }
    }
}

fn operand(term: Term, scope: &Scope) -> Result<Operand, String> {
    Ok(match term {
        Term::Number(number) => Operand::Number(number),
        Term::Name(name) => Operand::Place(find(&name, scope)?),
    })
}

fn find(name: &Name, scope: &Scope) -> Result<usize, String> {
    scope
        .lookup(name)
        .ok_or_else(|| format!("{} is not known", name.text()))
}
