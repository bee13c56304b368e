//! Shows code as text, one instruction a line.

use crate::constants::Constant;
use crate::instruction::Instruction;
use crate::program::{Function, Program};

/// The code of one module's functions, lambdas and tests.
pub fn print_program(program: &Program, module: &str) -> String {
    let mut output = String::new();
    for function in &program.functions {
        if program.names.text(function.name.module) == module {
            print_function(program, function, &mut output);
        }
    }
    output
}

fn print_function(program: &Program, function: &Function, output: &mut String) {
    let name = program.names.text(function.name.name);
    output.push_str(&format!("fn {name} ({} slots)\n", function.slots));
    for (position, instruction) in function.code.iter().enumerate() {
        let line = function.line_at(position);
        let shown = show(program, instruction);
        output.push_str(&format!("  {position:4} line {line:4}  {shown}\n"));
    }
}

fn show(program: &Program, instruction: &Instruction) -> String {
    let text = |name| program.names.text(name);
    match instruction {
        Instruction::Constant(index) => match &program.constants[*index as usize] {
            Constant::Integer(value) => format!("Constant {value}"),
            Constant::Text(value) => format!("Constant {value:?}"),
        },
        Instruction::Call { name, arguments } => {
            let (module, name) = (text(name.module), text(name.name));
            format!("Call {module}.{name} with {arguments}")
        }
        Instruction::CallNative { name, arguments } => {
            format!("CallNative {} with {arguments}", text(*name))
        }
        Instruction::LoadFunction(name) => {
            format!("LoadFunction {}.{}", text(name.module), text(name.name))
        }
        Instruction::LoadNative(name) => format!("LoadNative {}", text(*name)),
        Instruction::LoadField(name) => format!("LoadField {}", text(*name)),
        Instruction::StoreField(name) => format!("StoreField {}", text(*name)),
        other => format!("{other:?}"),
    }
}
