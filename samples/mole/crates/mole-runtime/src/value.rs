use crate::{MapValue, RecordValue};
use mole_identity::{NameId, QualifiedName};
use std::cell::RefCell;
use std::rc::Rc;

/// A value. Arrays, maps and records are shared: copies of the value see each other's changes.
#[derive(Clone, Debug)]
pub enum Value {
    Unit,
    Int(i64),
    Bool(bool),
    Text(Rc<str>),
    Array(Rc<RefCell<Vec<Value>>>),
    Map(Rc<RefCell<MapValue>>),
    Record(Rc<RefCell<RecordValue>>),
    Closure(Rc<Closure>),
    Function(QualifiedName),
    Native(NameId),
}

/// A lambda with the values that it has captured.
#[derive(Clone, Debug)]
pub struct Closure {
    pub function: usize,
    pub captures: Vec<Value>,
}

impl Value {
    pub fn text(text: &str) -> Value {
        Value::Text(Rc::from(text))
    }

    pub fn array(items: Vec<Value>) -> Value {
        Value::Array(Rc::new(RefCell::new(items)))
    }

    pub fn map(map: MapValue) -> Value {
        Value::Map(Rc::new(RefCell::new(map)))
    }
}
