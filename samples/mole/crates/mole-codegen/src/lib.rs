//! Turns checked modules into code for the virtual machine.

mod compiler;
mod constants;
mod instruction;
mod locals;
mod peephole;
mod printer;
mod program;

pub use compiler::compile_program;
pub use constants::{Constant, ConstantPool};
pub use instruction::Instruction;
pub use peephole::optimise;
pub use printer::print_program;
pub use program::{Function, LineStart, Program, Shape, TestEntry};
