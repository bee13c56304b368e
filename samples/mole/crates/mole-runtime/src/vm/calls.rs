use super::frame::Frame;
use super::Vm;
use crate::natives::find_native;
use crate::Value;
use mole_identity::{NameId, QualifiedName};

/// Calls nest no deeper than this.
const MAX_FRAMES: usize = 10_000;

impl<'a> Vm<'a> {
    pub(super) fn call_named(&mut self, name: QualifiedName, arguments: u32) -> Result<(), String> {
        let arguments = self.pop_many(arguments);
        self.call_function(name, arguments)
    }

    fn call_function(&mut self, name: QualifiedName, arguments: Vec<Value>) -> Result<(), String> {
        match self.program.find_function(name) {
            Some(function) => self.enter(function, arguments, Vec::new()),
            None => Err(format!("there is no function {}", self.program.names.text(name.name))),
        }
    }

    pub(super) fn call_native(&mut self, name: NameId, arguments: u32) -> Result<(), String> {
        let arguments = self.pop_many(arguments);
        self.call_native_function(name, &arguments)
    }

    fn call_native_function(&mut self, name: NameId, arguments: &[Value]) -> Result<(), String> {
        let text = self.program.names.text(name);
        match find_native(text) {
            Some(native) => {
                let result = native(arguments, &mut self.output)?;
                self.stack.push(result);
                Ok(())
            }
            None => Err(format!("there is no native function {text}")),
        }
    }

    pub(super) fn call_value(&mut self, arguments: u32) -> Result<(), String> {
        let arguments = self.pop_many(arguments);
        match self.pop() {
            Value::Closure(closure) => {
                self.enter(closure.function, arguments, closure.captures.clone())
            }
            Value::Function(name) => self.call_function(name, arguments),
            Value::Native(name) => self.call_native_function(name, &arguments),
            _ => Err("this value cannot be called".to_string()),
        }
    }

    fn enter(
        &mut self,
        function: usize,
        arguments: Vec<Value>,
        captures: Vec<Value>,
    ) -> Result<(), String> {
        if self.frames.len() >= MAX_FRAMES {
            return Err("calls nest too deeply".to_string());
        }
        let mut locals = arguments;
        locals.resize(self.program.functions[function].slots, Value::Unit);
        self.frames.push(Frame::new(function, locals, captures));
        Ok(())
    }
}
