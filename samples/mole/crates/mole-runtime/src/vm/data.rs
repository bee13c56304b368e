use super::Vm;
use crate::{show_value, Closure, MapValue, RecordValue, Value};
use mole_codegen::Instruction;
use mole_identity::NameId;
use std::cell::RefCell;
use std::rc::Rc;

impl<'a> Vm<'a> {
    pub(super) fn data(&mut self, instruction: Instruction) -> Result<(), String> {
        let made = match instruction {
            Instruction::MakeArray(count) => Value::array(self.pop_many(count)),
            Instruction::MakeMap(count) => self.make_map(count),
            Instruction::MakeRecord(shape) => self.make_record(shape),
            Instruction::MakeClosure { function, captures } => {
                let captures = self.pop_many(captures);
                Value::Closure(Rc::new(Closure {
                    function: function as usize,
                    captures,
                }))
            }
            Instruction::ArrayLength => match self.pop() {
                Value::Array(items) => Value::Int(items.borrow().len() as i64),
                _ => return Err("only an array has a length".to_string()),
            },
            Instruction::LoadIndex => {
                let index = self.pop();
                let container = self.pop();
                load_index(&container, &index)?
            }
            Instruction::LoadField(field) => self.load_field(field)?,
            Instruction::StoreField(field) => return self.store_field(field),
            _ => {
                let value = self.pop();
                let index = self.pop();
                let container = self.pop();
                return store_index(&container, index, value);
            }
        };
        self.stack.push(made);
        Ok(())
    }

    fn make_map(&mut self, count: u32) -> Value {
        let mut values = self.pop_many(count * 2).into_iter();
        let mut map = MapValue::default();
        while let (Some(key), Some(value)) = (values.next(), values.next()) {
            map.put(key, value);
        }
        Value::map(map)
    }

    fn make_record(&mut self, shape: u32) -> Value {
        let program = self.program;
        let shape = &program.shapes[shape as usize];
        let values = self.pop_many(shape.fields.len() as u32);
        let names = shape.fields.iter().map(|field| program.names.text(*field).to_string());
        Value::Record(Rc::new(RefCell::new(RecordValue {
            name: program.names.text(shape.name.name).to_string(),
            fields: names.zip(values).collect(),
        })))
    }

    fn load_field(&mut self, field: NameId) -> Result<Value, String> {
        let name = self.program.names.text(field);
        match self.pop() {
            Value::Record(record) => match record.borrow().get(name) {
                Some(value) => Ok(value.clone()),
                None => Err(format!("there is no field {name}")),
            },
            _ => Err("only a record has fields".to_string()),
        }
    }

    fn store_field(&mut self, field: NameId) -> Result<(), String> {
        let name = self.program.names.text(field);
        let value = self.pop();
        match self.pop() {
            Value::Record(record) => {
                if record.borrow_mut().set(name, value) {
                    Ok(())
                } else {
                    Err(format!("there is no field {name}"))
                }
            }
            _ => Err("only a record has fields".to_string()),
        }
    }
}

fn load_index(container: &Value, index: &Value) -> Result<Value, String> {
    match (container, index) {
        (Value::Array(items), Value::Int(position)) => {
            let items = items.borrow();
            let found = usize::try_from(*position).ok().and_then(|place| items.get(place));
            found.cloned().ok_or_else(|| outside(*position, items.len()))
        }
        (Value::Map(map), key) => {
            let found = map.borrow().get(key).cloned();
            found.ok_or_else(|| format!("the map has no key {}", show_value(key)))
        }
        _ => Err("this value has no index".to_string()),
    }
}

fn store_index(container: &Value, index: Value, value: Value) -> Result<(), String> {
    match (container, &index) {
        (Value::Array(items), Value::Int(position)) => {
            let mut items = items.borrow_mut();
            let length = items.len();
            let place = usize::try_from(*position).ok().and_then(|place| items.get_mut(place));
            match place {
                Some(place) => *place = value,
                None => return Err(outside(*position, length)),
            }
            Ok(())
        }
        (Value::Map(map), _) => {
            map.borrow_mut().put(index, value);
            Ok(())
        }
        _ => Err("this value has no index".to_string()),
    }
}

fn outside(position: i64, length: usize) -> String {
    format!("index {position} is outside an array of {length}")
}
