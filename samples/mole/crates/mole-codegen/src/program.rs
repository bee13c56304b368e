use crate::constants::Constant;
use crate::instruction::Instruction;
use mole_identity::{Interner, NameId, Position, QualifiedName};

/// Code of one function, lambda or test.
#[derive(Clone, Debug)]
pub struct Function {
    pub name: QualifiedName,
    pub parameters: usize,
    pub slots: usize,
    pub code: Vec<Instruction>,
    /// In the order of the code.
    pub lines: Vec<LineStart>,
}

/// From this instruction on, the code belongs to this line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineStart {
    pub start: u32,
    pub line: u32,
}

impl Function {
    /// The source line of an instruction; 0 before the first statement.
    pub fn line_at(&self, instruction: usize) -> u32 {
        let mut line = 0;
        for entry in &self.lines {
            if entry.start as usize <= instruction {
                line = entry.line;
            }
        }
        line
    }
}

/// The fields of a record, in the order of declaration.
#[derive(Clone, Debug)]
pub struct Shape {
    pub name: QualifiedName,
    pub fields: Vec<NameId>,
}

#[derive(Clone, Debug)]
pub struct TestEntry {
    pub module: NameId,
    pub title: String,
    /// Index into the functions of the program.
    pub function: usize,
    pub position: Position,
}

#[derive(Clone, Debug)]
pub struct Program {
    pub functions: Vec<Function>,
    pub constants: Vec<Constant>,
    pub shapes: Vec<Shape>,
    pub tests: Vec<TestEntry>,
    pub modules: Vec<NameId>,
    pub names: Interner,
}

impl Program {
    /// The index of the function of that name.
    pub fn find_function(&self, name: QualifiedName) -> Option<usize> {
        for (index, function) in self.functions.iter().enumerate() {
            if function.name.module == name.module && function.name.name == name.name {
                return Some(index);
            }
        }
        None
    }
}
