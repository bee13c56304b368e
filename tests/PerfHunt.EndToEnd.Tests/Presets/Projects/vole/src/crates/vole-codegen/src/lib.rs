//! Checked statements to instructions for a stack.

use vole_sema::{Checked, Operand};

/// One instruction.
#[derive(Clone, Debug)]
pub enum Code {
    Push(u64),
    Load(usize),
    Add,
    Store,
    Expect(String, usize, u64),
}

/// The instructions of a program.
pub fn generate(program: &[Checked]) -> Vec<Code> {
    program.iter().flat_map(one).collect()
}

fn one(checked: &Checked) -> Vec<Code> {
    match checked {
        Checked::Value(operands) => {
            let mut code = Vec::new();
            for (index, operand) in operands.iter().enumerate() {
                code.push(match operand {
                    Operand::Number(number) => Code::Push(*number),
                    Operand::Place(place) => Code::Load(*place),
                });
                if index > 0 {
                    code.push(Code::Add);
                }
            }
            code.push(Code::Store);
            code
        }
        Checked::Test(name, place, expected) => {
            vec![Code::Expect(name.text().to_string(), *place, *expected)]
        }
    }
}
