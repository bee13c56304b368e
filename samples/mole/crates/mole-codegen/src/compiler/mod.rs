mod expressions;
mod statements;

use crate::constants::{Constant, ConstantPool};
use crate::instruction::Instruction;
use crate::locals::Locals;
use crate::peephole::optimise;
use crate::program::{Function, LineStart, Program, Shape, TestEntry};
use mole_frontend::ast::{Block, Module, Parameter};
use mole_identity::{Interner, NameId, QualifiedName};
use mole_sema::{CheckedModule, CheckedProgram};

/// Compiles everything that the checker has seen used.
pub fn compile_program(
    modules: &[Module],
    checked: &CheckedProgram,
    mut names: Interner,
) -> Program {
    let test_name = names.intern("test");
    let lambda_name = names.intern("lambda");
    let mut output = Output::default();
    for module in modules {
        for record in &module.records {
            output.shapes.push(Shape {
                name: QualifiedName::new(module.name, record.name),
                fields: record.fields.iter().map(|field| field.name).collect(),
            });
        }
    }
    for (module, checked) in modules.iter().zip(&checked.modules) {
        let mut compiler = Compiler {
            module,
            checked,
            output: &mut output,
            lambda_name,
            functions: Vec::new(),
        };
        compiler.module(test_name);
    }
    Program {
        functions: output.functions,
        constants: output.constants.into_constants(),
        shapes: output.shapes,
        tests: output.tests,
        modules: modules.iter().map(|module| module.name).collect(),
        names,
    }
}

#[derive(Default)]
struct Output {
    functions: Vec<Function>,
    constants: ConstantPool,
    shapes: Vec<Shape>,
    tests: Vec<TestEntry>,
}

/// A function that is being compiled. Lambdas stand after the function around them.
#[derive(Default)]
struct Open {
    locals: Locals,
    captures: Vec<NameId>,
    code: Vec<Instruction>,
    lines: Vec<LineStart>,
    loops: Vec<Loop>,
}

/// The jumps out of a loop that still need their targets.
#[derive(Default)]
struct Loop {
    breaks: Vec<usize>,
    continues: Vec<usize>,
}

/// Where a variable lives, as seen from the innermost open function.
enum Place {
    Local(u32),
    Capture(u32),
}

struct Compiler<'a> {
    module: &'a Module,
    checked: &'a CheckedModule,
    output: &'a mut Output,
    lambda_name: NameId,
    functions: Vec<Open>,
}

impl<'a> Compiler<'a> {
    fn module(&mut self, test_name: NameId) {
        let module = self.module;
        for (function, used) in module.functions.iter().zip(&self.checked.used) {
            if let (Some(body), true) = (&function.body, *used) {
                self.open(&function.parameters);
                self.block(body);
                self.close(function.name, function.parameters.len());
            }
        }
        for test in &module.tests {
            self.open(&[]);
            self.block(&test.body);
            self.close(test_name, 0);
            self.output.tests.push(TestEntry {
                module: module.name,
                title: test.title.clone(),
                function: self.output.functions.len() - 1,
                position: test.position,
            });
        }
    }

    fn open(&mut self, parameters: &[Parameter]) {
        let mut open = Open::default();
        for parameter in parameters {
            open.locals.declare(Some(parameter.name));
        }
        self.functions.push(open);
    }

    /// Finishes the innermost function; gives its captures.
    fn close(&mut self, name: NameId, parameters: usize) -> Vec<NameId> {
        self.emit(Instruction::Unit);
        self.emit(Instruction::Return);
        let open = self.functions.pop().unwrap_or_default();
        let mut function = Function {
            name: QualifiedName::new(self.module.name, name),
            parameters,
            slots: open.locals.slot_count(),
            code: open.code,
            lines: open.lines,
        };
        optimise(&mut function, &mut self.output.constants);
        self.output.functions.push(function);
        open.captures
    }

    fn current(&mut self) -> &mut Open {
        let last = self.functions.len() - 1;
        &mut self.functions[last]
    }

    fn emit(&mut self, instruction: Instruction) -> usize {
        let code = &mut self.current().code;
        code.push(instruction);
        code.len() - 1
    }

    fn constant(&mut self, constant: Constant) {
        let index = self.output.constants.add(constant);
        self.emit(Instruction::Constant(index));
    }

    fn here(&mut self) -> u32 {
        self.current().code.len() as u32
    }

    /// Makes an earlier jump go to the next instruction.
    fn land(&mut self, jump: usize) {
        let target = self.here();
        let code = &mut self.current().code;
        code[jump] = code[jump].with_target(target);
    }

    fn place(&mut self, level: usize, name: NameId) -> Option<Place> {
        if let Some(slot) = self.functions[level].locals.find(name) {
            return Some(Place::Local(slot));
        }
        let captures = &self.functions[level].captures;
        if let Some(index) = captures.iter().position(|capture| *capture == name) {
            return Some(Place::Capture(index as u32));
        }
        if level == 0 || self.place(level - 1, name).is_none() {
            return None;
        }
        let captures = &mut self.functions[level].captures;
        captures.push(name);
        Some(Place::Capture((captures.len() - 1) as u32))
    }

    /// Loads a variable; false when there is none of that name.
    fn load_variable(&mut self, name: NameId) -> bool {
        match self.place(self.functions.len() - 1, name) {
            Some(Place::Local(slot)) => self.emit(Instruction::LoadLocal(slot)),
            Some(Place::Capture(index)) => self.emit(Instruction::LoadCapture(index)),
            None => return false,
        };
        true
    }

    fn scoped(&mut self, body: &Block) {
        self.current().locals.enter();
        self.block(body);
        self.current().locals.leave();
    }
}
