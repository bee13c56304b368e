//! The virtual machine.

mod calls;
mod data;
mod frame;
mod operators;

use crate::error::RuntimeError;
use crate::Value;
use frame::Frame;
use mole_codegen::{Constant, Function, Instruction, Program};

/// Runs the code of one program. What it prints is collected in `output`.
pub struct Vm<'a> {
    program: &'a Program,
    stack: Vec<Value>,
    frames: Vec<Frame>,
    pub output: String,
}

impl<'a> Vm<'a> {
    pub fn new(program: &'a Program) -> Self {
        Vm {
            program,
            stack: Vec::new(),
            frames: Vec::new(),
            output: String::new(),
        }
    }

    /// Runs a function without arguments to its end.
    pub fn run(&mut self, function: usize) -> Result<(), RuntimeError> {
        self.stack.clear();
        self.frames.clear();
        let slots = self.program.functions[function].slots;
        self.frames.push(Frame::new(function, vec![Value::Unit; slots], Vec::new()));
        while !self.frames.is_empty() {
            if let Err(message) = self.step() {
                return Err(self.located(message));
            }
        }
        Ok(())
    }

    fn located(&self, message: String) -> RuntimeError {
        let program = self.program;
        let place = self.frames.last().map(|frame| {
            let function = &program.functions[frame.function];
            (program.names.text(function.name.module).to_string(), frame.line)
        });
        let (module, line) = place.unwrap_or_default();
        RuntimeError {
            message,
            module,
            line,
        }
    }

    fn frame(&mut self) -> &mut Frame {
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    fn function(&self) -> &'a Function {
        let last = self.frames.len() - 1;
        &self.program.functions[self.frames[last].function]
    }

    fn pop(&mut self) -> Value {
        self.stack.pop().unwrap_or(Value::Unit)
    }

    fn pop_many(&mut self, count: u32) -> Vec<Value> {
        let start = self.stack.len() - count as usize;
        self.stack.split_off(start)
    }

    fn step(&mut self) -> Result<(), String> {
        let function = self.function();
        let frame = self.frame();
        let instruction = function.code[frame.next];
        frame.line = function.line_at(frame.next);
        frame.next += 1;
        match instruction {
            Instruction::Unit => self.stack.push(Value::Unit),
            Instruction::Boolean(value) => self.stack.push(Value::Bool(value)),
            Instruction::Constant(index) => {
                let value = self.constant(index);
                self.stack.push(value);
            }
            Instruction::LoadLocal(slot) => {
                let value = self.frame().locals[slot as usize].clone();
                self.stack.push(value);
            }
            Instruction::StoreLocal(slot) => {
                let value = self.pop();
                self.frame().locals[slot as usize] = value;
            }
            Instruction::LoadCapture(index) => {
                let value = self.frame().captures[index as usize].clone();
                self.stack.push(value);
            }
            Instruction::LoadFunction(name) => self.stack.push(Value::Function(name)),
            Instruction::LoadNative(name) => self.stack.push(Value::Native(name)),
            Instruction::Pop => {
                self.pop();
            }
            Instruction::Jump(_)
            | Instruction::JumpIfFalse(_)
            | Instruction::JumpIfTrue(_)
            | Instruction::JumpIfFalseOrPop(_)
            | Instruction::JumpIfTrueOrPop(_) => self.jump(instruction),
            Instruction::Call { name, arguments } => self.call_named(name, arguments)?,
            Instruction::CallNative { name, arguments } => self.call_native(name, arguments)?,
            Instruction::CallValue { arguments } => self.call_value(arguments)?,
            Instruction::Return => {
                self.frames.pop();
            }
            Instruction::Assert => match self.pop() {
                Value::Bool(true) => {}
                _ => return Err("assertion failed".to_string()),
            },
            Instruction::MakeArray(_)
            | Instruction::MakeMap(_)
            | Instruction::MakeRecord(_)
            | Instruction::MakeClosure { .. }
            | Instruction::ArrayLength
            | Instruction::LoadIndex
            | Instruction::StoreIndex
            | Instruction::LoadField(_)
            | Instruction::StoreField(_) => self.data(instruction)?,
            _ => self.operator(instruction)?,
        }
        Ok(())
    }

    fn constant(&self, index: u32) -> Value {
        match &self.program.constants[index as usize] {
            Constant::Integer(value) => Value::Int(*value),
            Constant::Text(text) => Value::text(text),
        }
    }

    fn jump(&mut self, instruction: Instruction) {
        let condition = matches!(self.stack.last(), Some(Value::Bool(true)));
        let (taken, keeps) = match instruction {
            Instruction::JumpIfFalse(_) => (!condition, false),
            Instruction::JumpIfTrue(_) => (condition, false),
            Instruction::JumpIfFalseOrPop(_) => (!condition, !condition),
            Instruction::JumpIfTrueOrPop(_) => (condition, condition),
            _ => (true, true),
        };
        if !keeps {
            self.pop();
        }
        if let (true, Some(target)) = (taken, instruction.jump_target()) {
            self.frame().next = target as usize;
        }
    }
}
